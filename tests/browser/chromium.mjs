// Finds a Chromium on this machine, or installs one where the system's package manager has it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const usualPlaces = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium that starts, or nothing. */
export function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    ...[process.env.CHROMIUM ?? ''].filter(Boolean),
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...usualPlaces,
  ];
  return candidates.find((path) => existsSync(path) && starts(path));
}

export function findOrInstallChromium() {
  return findChromium() ?? (installChromium() ? findChromium() : undefined);
}

/** Some systems have a `chromium-browser` that only says how to install one. @param {string} path */
function starts(path) {
  // On Windows `--version` opens a window instead of answering.
  return process.platform === 'win32' || spawnSync(path, ['--version']).status === 0;
}

function installChromium() {
  if (!existsSync('/usr/bin/apt-get')) return false;
  const isRoot = process.getuid?.() === 0;
  const asRoot = isRoot ? [] : ['sudo', '-n'];
  const apt = (/** @type {string[]} */ ...args) => {
    const [program = '', ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
    return spawnSync(program, [...rest, ...args], { stdio: ['ignore', 2, 2] }).status === 0;
  };
  console.error('No Chromium found; installing Debian’s …');
  return apt('update') && apt('install', '-y', 'chromium', 'fonts-dejavu-core');
}
