// `npm run digests -- firefox-esr --headless`: the digests of all scenarios in any browser that opens the
// address that it is given last, beside those of Node. Exits with 1 where they differ.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { buildDigests } from './buildDigests.mjs';

const [browser, ...args] = process.argv.slice(2);
if (browser === undefined) {
  console.error('Name a browser and its options: npm run digests -- firefox-esr --headless');
  process.exit(2);
}
const folder = await buildDigests();
const profile = mkdtempSync(join(tmpdir(), 'overblock-profile-'));
const { digestsOfScenarios } = await import(pathToFileURL(join(folder, 'digests.js')).href);
const here = await digestsOfScenarios();
const found = await foundBy(browser, args);
if (found.failed !== undefined) console.error(`The browser failed: ${found.failed}`);
let differing = 0;
for (const [name, digest] of Object.entries(here)) {
  const same = found[name] === digest;
  if (!same) differing++;
  console.log(`${digest}  ${found[name] ?? 'none'}  ${same ? 'same' : 'DIFFERS'}  ${name}`);
}
rmSync(folder, { recursive: true });
rmSync(profile, { recursive: true, force: true });
process.exit(differing === 0 ? 0 : 1);

/**
 * @param {string} program
 * @param {readonly string[]} options
 * @returns {Promise<Record<string, string>>}
 */
function foundBy(program, options) {
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      if (request.method !== 'POST') {
        const name = basename(request.url ?? '/') || 'index.html';
        const isThere = existsSync(join(folder, name));
        response.setHeader('content-type', /\.js$/.test(name) ? 'text/javascript' : 'text/html');
        response.statusCode = isThere ? 200 : 404;
        response.end(isThere ? readFileSync(join(folder, name)) : '');
        return;
      }
      let text = '';
      request.on('data', (part) => {
        text += part;
      });
      request.on('end', () => {
        response.end();
        server.close();
        child?.kill();
        resolve(JSON.parse(text));
      });
    });
    let child = /** @type {import('node:child_process').ChildProcess | undefined} */ (undefined);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      const isFirefox = /firefox/.test(program);
      const own = isFirefox ? ['--profile', profile] : [`--user-data-dir=${profile}`];
      child = spawn(program, [...options, ...own, `http://127.0.0.1:${port}/`], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      child.on('error', reject);
    });
    setTimeout(
      () => reject(new Error('The browser sent nothing for two minutes.')),
      120_000,
    ).unref();
  });
}
