// Same scenario, same seed, same bits: in the shell's engine and in the browser's.
import { rmSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { serve } from '../../src/cli/serve.mjs';
import { chromiumArguments } from './browser.ts';
import { buildDigests } from './buildDigests.mjs';
import { findChromium } from './chromium.mjs';
import { digestsOfScenarios } from './digestEntry.ts';

test('the run of every scenario and stack has one digest in Node and in Chromium', async () => {
  const folder = await buildDigests();
  const server = await serve(folder);
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found; name one in CHROMIUM.');
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    // As a text, so that nobody rewrites the import on the way.
    const found = await page.evaluate(
      "import('./digests.js').then((it) => it.digestsOfScenarios())",
    );
    const here = await digestsOfScenarios();
    expect(Object.keys(here).length).toBeGreaterThanOrEqual(3);
    expect(found).toEqual(here);
    expect(new Set(Object.values(here)).size).toBeGreaterThan(1);
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true });
  }
}, 600_000);
