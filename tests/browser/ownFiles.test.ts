// Scenario files of one's own, opened on the built page: what the shipped ones do not show.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tinyScenario, tinyWorld } from '../tinyWorld.ts';
import { findBarriers, openSite, type Site } from './browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

async function openFile(file: object) {
  const opened = await site.open('', { viewport: { width: 390, height: 900 } });
  await opened.page.locator('.scoreboard').waitFor();
  await opened.page.locator('input[type=file]').setInputFiles({
    name: 'mine.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  return opened;
}

test('a refusal counts all problems, also those beyond the longest list', async () => {
  const unknown = Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`nothing${i}`, 1]));
  const { page, troubles, close } = await openFile({ ...tinyScenario(tinyWorld()), ...unknown });
  const refusal = page.getByRole('alert');
  await refusal.waitFor();
  expect(await refusal.locator('li').count()).toBe(20);
  expect(await refusal.innerText()).toContain('and 230 more.');
  expect(troubles).toEqual([]);
  await close();
});

test('of two strategies each says what it took, and would have taken alone', async () => {
  const file = tinyScenario(tinyWorld());
  const strategies = file.stacks.flatMap((stack) =>
    ['ledger', 'dpi'].includes(stack.id) ? stack.strategies : [],
  );
  const both = { id: 'both', title: 'Both', summary: 'A register and a box.', strategies };
  const opened = await openFile({ ...file, stack: 'both', stacks: [both] });
  const { page, troubles, close } = opened;
  const lines = page.locator('.services-strategies li');
  await lines.first().waitFor();
  const taken =
    / took \d+ % of the target’s and [\d.]+ % of everybody else’s; alone it would take /;
  const texts = await lines.allInnerTexts();
  expect(texts).toHaveLength(2);
  for (const text of texts) expect(text).toMatch(taken);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  expect(troubles).toEqual([]);
  await close();
});

test('a strategy is narrowed down to regions and networks by keyboard; the words, the file and undo follow', async () => {
  const world = tinyWorld();
  const networks = world.networks.map((network, index) => ({
    ...network,
    region: index === 0 ? 'north' : 'south',
  }));
  const { page, troubles, close } = await openFile(tinyScenario({ ...world, networks }));
  const card = page.locator('.card').first();
  await card.getByText('Where it is in force: on all networks').focus();
  await page.keyboard.press('Enter');
  await card.getByLabel('South', { exact: true }).focus();
  await page.keyboard.press('Space');
  await card.getByText('Where it is in force: on 1 of 2 networks').waitFor();
  expect(await card.innerText()).toContain('In force in North.');
  // Neither the last region nor the last network in it can be left out.
  expect(await card.getByLabel('North', { exact: true }).isDisabled()).toBe(true);
  expect(await card.getByLabel('Mobile', { exact: true }).isDisabled()).toBe(true);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByText('On which networks, and at which providers').click();
  const fixed = page
    .locator('.places-table')
    .first()
    .getByRole('row', { name: /^Fixed lines/ });
  expect(await fixed.innerText()).toMatch(/\t0 %\t0 %\t0 %\t0 %/);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await card.getByText('Where it is in force: on all networks').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(troubles).toEqual([]);
  await close();
});

/** Drags files over the page and lets them go there, as a person does with a mouse. */
async function drop(page: Page, files: readonly { name: string; text: string }[]) {
  const carried = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, text } of given) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: carried });
  await page.locator('.drop-zone').waitFor();
  await page.dispatchEvent('footer', 'drop', { dataTransfer: carried });
  await page.locator('.drop-zone').waitFor({ state: 'detached' });
}

async function openPage() {
  const opened = await site.open('', { viewport: { width: 1440, height: 900 } });
  await opened.page.locator('.scoreboard').waitFor();
  return opened;
}

test('a scenario file that is dropped anywhere on the page opens at once', async () => {
  const { page, troubles, close } = await openPage();
  const text = JSON.stringify(tinyScenario(tinyWorld()));
  await drop(page, [{ name: 'mine.json', text }]);
  await page.locator('.page-tagline', { hasText: 'Three days in the tiny world' }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(troubles).toEqual([]);
  await close();
});

test('what was dropped and cannot be opened says why; the last good scenario stays', async () => {
  const { page, troubles, close } = await openPage();
  const wrong = JSON.stringify({ ...tinyScenario(tinyWorld()), stack: 'ledgr' });
  await drop(page, [{ name: 'wrong.json', text: wrong }]);
  const refusal = page.getByRole('alert');
  await refusal.filter({ hasText: 'wrong.json was not opened' }).waitFor();
  expect(await refusal.innerText()).toContain('did you mean ledger?');
  await drop(page, [{ name: 'picture.png', text: 'PNG' }]);
  await refusal.filter({ hasText: 'picture.png was not opened' }).waitFor();
  const two = ['a.json', 'b.json'].map((name) => ({ name, text: '{}' }));
  await drop(page, two);
  await refusal.filter({ hasText: 'found 2 files, expected one scenario file' }).waitFor();
  expect(await page.locator('.page-tagline').innerText()).toContain('April 2018');
  expect(troubles).toEqual([]);
  await close();
});

test('text that is dragged about is left to the browser', async () => {
  const { page, close } = await openPage();
  const carried = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', 'words');
    return transfer;
  });
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: carried });
  expect(await page.locator('.drop-zone').count()).toBe(0);
  await close();
});
