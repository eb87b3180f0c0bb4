// The questions of “How sure is this?” on the built page: run, stopped, outdated; by keyboard; no barriers.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBarriers, openSite, type Site } from './browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const PATIENCE = { timeout: 180_000 };

async function openPage(address = '', width = 1440) {
  const opened = await site.open(address, { viewport: { width, height: 900 } });
  await opened.page.locator('.scoreboard').waitFor();
  return opened;
}

async function openQuestion(title: string, address = '', width = 1440) {
  const opened = await openPage(address, width);
  await opened.page.getByRole('button', { name: 'How sure is this?' }).click();
  await opened.page.getByRole('button', { name: title }).click();
  return opened;
}

/** Presses the button of the first question on the page and waits for its answer. */
async function run(page: Page, name = 'Run') {
  await page.getByRole('button', { name, exact: true }).first().click();
  await page
    .getByRole('status')
    .filter({ hasText: / s\. Simulated\.$/ })
    .first()
    .waitFor(PATIENCE);
}

const widthOver = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('how sure', () => {
  test('costs nothing until somebody asks, and then a worker a core', async () => {
    const { page, troubles, close } = await openQuestion(
      'What if one setting changes?',
      '#stack=dpi',
    );
    // The one that works out the range over seeds.
    await expect.poll(() => page.workers().length).toBe(1);
    await run(page);
    expect(page.workers().length).toBeGreaterThan(1);
    expect(page.workers().length).toBeLessThanOrEqual(5);
    expect(troubles).toEqual([]);
    await close();
  });

  test('the tornado has twelve bars, their numbers in a table, and no barrier', {
    timeout: 240_000,
  }, async () => {
    const { page, troubles, close } = await openQuestion(
      'Which assumption matters most?',
      '#stack=dpi',
    );
    await run(page);
    expect(await page.locator('.sure-tornado-row').count()).toBe(12);
    await page.getByText('The numbers').click();
    expect(await page.locator('.sure-table tbody tr').count()).toBe(12);
    expect(await findBarriers(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  });

  test('is stopped by keyboard, keeps the focus, and says how far it came', async () => {
    const { page, close } = await openQuestion(
      'Is it chance, or what we do not know?',
      '#stack=adaptive',
    );
    const button = page.locator('.sure-run').first();
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('.sure-progress').waitFor();
    expect(await button.innerText()).toBe('Cancel');
    await page.keyboard.press('Enter');
    await page.getByText(/^Stopped after \d+ runs\.$/).waitFor();
    expect(await button.innerText()).toBe('Run');
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.locator('.sure-spread').count()).toBe(0);
    await close();
  });

  test('a later question stops the one before, which says so', { timeout: 240_000 }, async () => {
    const { page, close } = await openQuestion(
      'Is it chance, or what we do not know?',
      '#stack=adaptive',
    );
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.locator('.sure-progress').waitFor();
    await page.getByRole('button', { name: 'What if one setting changes?' }).click();
    await run(page);
    await page.getByRole('button', { name: 'Is it chance, or what we do not know?' }).click();
    await page
      .getByText(/^Stopped after \d+ runs, because another question was asked\.$/)
      .waitFor();
    await close();
  });

  test.each([390, 1440])(
    'two settings are a map, its numbers in a table, %i px wide',
    async (width) => {
      const { page, troubles, close } = await openQuestion(
        'What if one setting changes?',
        '#stack=dpi',
        width,
      );
      for (const [label, choice] of [
        ['Setting', /^Threshold/],
        ['At several values of', /^Coverage, mobile/],
        ['Shown as', /^a map/],
      ] as const) {
        const box = page.getByLabel(label, { exact: true });
        await box.selectOption(await box.locator('option', { hasText: choice }).innerText());
      }
      await run(page);
      const map = page.locator('.sure-of-targetBlocked');
      // Seven thresholds, as 0 lies between two of six steps; six coverages, as all is one of them.
      expect(await map.locator('.sure-heat').count()).toBe(7 * 6);
      expect(await map.locator('.sure-heat-now').count()).toBe(1);
      expect(await map.locator('.sure-heat-figure').first().textContent()).toMatch(/^(< )?[\d.]+$/);
      await page.getByText('The numbers').click();
      expect(await page.locator('.sure-table tbody tr').count()).toBe(7 * 6);
      expect(await findBarriers(page)).toEqual([]);
      expect(await widthOver(page)).toBeLessThanOrEqual(0);
      expect(troubles).toEqual([]);
      await close();
    },
    120_000,
  );

  test('a sweep draws both curves and the trade-off, and stays when a slider moves, marked', async () => {
    const { page, close } = await openQuestion('What if one setting changes?', '#stack=dpi');
    await page
      .getByLabel('Setting', { exact: true })
      .selectOption({ label: 'Threshold θ (now 0) of “Deep packet inspection”' });
    await run(page);
    expect(await page.locator('.sure-panel').count()).toBe(3);
    // Nine even steps, none of which is the present value.
    expect(await page.locator('.sure-of-targetBlocked .sure-dot').count()).toBe(10);
    expect(await page.locator('.sure-dot-now').count()).toBe(1);
    expect(await page.locator('.sure-outdated').count()).toBe(0);
    await page.getByLabel('Threshold θ', { exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('.sure-outdated').waitFor();
    expect(await page.locator('.sure-panel').count()).toBe(3);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.locator('.sure-outdated').waitFor({ state: 'detached' });
    await page.getByLabel('Threshold θ', { exact: true }).press('ArrowRight');
    await page.getByRole('button', { name: 'Run again' }).click();
    await page.locator('.sure-outdated').waitFor({ state: 'detached' });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findBarriers(page)).toEqual([]);
    await close();
  });

  test('all strategies stand side by side on a phone, and none is wider than it', {
    timeout: 240_000,
  }, async () => {
    const { page, close } = await openQuestion(
      'Which strategy does least harm?',
      '#stack=dpi',
      390,
    );
    await run(page);
    expect(await page.locator('.sure-stack').count()).toBe(4);
    expect(await page.locator('.sure-equal li').first().innerText()).toContain(
      'Deep packet inspection',
    );
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.locator('.sure-even').waitFor(PATIENCE);
    // 1.06 % of everybody else: the register, which no chance moves by more.
    expect(await page.locator('.sure-even').innerText()).toMatch(
      /false-positive rate at break-even/,
    );
    expect(await widthOver(page)).toBeLessThanOrEqual(0);
    expect(await findBarriers(page)).toEqual([]);
    await close();
  });
});

describe('the ladder', () => {
  test('a company that complies before the block is not blocked, and “never” is no change', async () => {
    const { page, close } = await openPage();
    const listed = page.locator('.score-listedAddresses .score-figure');
    expect(await listed.innerText()).toBe('17,780,480');
    const ladder = page.getByLabel('The company complies at');
    await ladder.selectOption('court-order');
    await page.getByText('1 change', { exact: true }).waitFor();
    expect(await listed.innerText()).toBe('0');
    await page.waitForFunction(() => location.hash.includes('compliesAt=court-order'));
    await ladder.selectOption('');
    await page.getByText('No changes').waitFor();
    expect(await listed.innerText()).toBe('17,780,480');
    await close();
  });
});
