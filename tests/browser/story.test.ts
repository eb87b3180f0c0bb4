// The story of a scenario and the model against reports, on the built page: time, language, keyboard, no barriers.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBarriers, openSite, type Site } from './browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

async function openView(view: string, options: object = {}) {
  const opened = await site.open(`#scenario=sandbox&view=${view}`, {
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  await opened.page.locator('.scoreboard').waitFor();
  return opened;
}

describe('the story', () => {
  test('a step within the period takes the page to its hour, by keyboard too; others are read', async () => {
    const { page, troubles, close } = await openView('story');
    const step = page.locator('.story .go', { hasText: 'Address lists: Telegram’s own' });
    await step.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/at=2018-04-16T13:00/);
    expect(await page.locator('[aria-current=step]').innerText()).toContain('16 April 2018, 13:30');
    const later = page.locator('.story-step', { hasText: 'Byte cap' });
    expect(await later.innerText()).toContain('outside the simulated period');
    expect(await later.getByRole('button').count()).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  });

  test('its texts change to Russian and back; a link opens them so', async () => {
    const { page, close } = await openView('story');
    await page.getByRole('button', { name: 'Русский' }).click();
    await page.waitForURL(/language=ru/);
    expect(await page.locator('.story h2 [lang=ru]').innerText()).toContain('Песочница');
    expect(await page.locator('.page-summary [lang=ru]').innerText()).toContain('апреля 2018');
    await page.getByRole('button', { name: 'English' }).click();
    await page.waitForURL((url) => !url.hash.includes('language'));
    expect(await page.locator('.story h2').innerText()).toContain('Sandbox');
    await close();
    const linked = await site.open('#scenario=sandbox&view=story&language=ru');
    await linked.page.getByRole('heading', { name: 'Песочница', exact: false }).waitFor();
    await linked.close();
  });
});

test('model against report: a figure takes the page to its hour, an outside one is marked by more than colour', async () => {
  const { page, troubles, close } = await site.open('#scenario=april-2018&stack=dpi&view=record', {
    viewport: { width: 1440, height: 900 },
  });
  const row = page.locator('.record-table tbody tr', { hasText: '11 million addresses left' });
  // The register stands for what happened, also while another stack is chosen.
  expect(await row.locator('td').nth(1).innerText()).toMatch(/^17\.\d million$/);
  expect(await row.innerText()).toContain('✗ outside');
  expect(await row.getByRole('link').getAttribute('href')).toMatch(/^https:/);
  await row.getByRole('button').click();
  await page.waitForURL(/at=2018-05-25T12:00/);
  expect(troubles).toEqual([]);
  await close();
});

test('for a Russian reader each line is in one language, with its date', async () => {
  const address = '#scenario=april-2018&language=ru&view=';
  const record = await site.open(`${address}record`);
  const lines = record.page.locator('.record-table th > .soft');
  await lines.first().waitFor();
  for (const line of await lines.allInnerTexts()) expect(line).toMatch(/^\d+ [A-Z][a-z]+ 2018/);
  // On the timeline a fact has an English date, a step of the story a Russian one.
  const marks = await record.page.locator('.timeline-mark span').allInnerTexts();
  const isRussian = (text: string) => /[а-я]/.test(text);
  for (const [date = '', ...title] of marks.map((mark) => mark.split(': ')))
    expect([date, isRussian(title.join())]).toEqual([date, isRussian(date)]);
  expect(new Set(marks.map(isRussian)).size).toBe(2);
  await record.close();
  const story = await site.open(`${address}story`);
  const outside = story.page.locator('.story-step', { hasText: 'июля 2018' });
  expect(await outside.first().innerText()).toContain('вне моделируемого периода');
  await story.close();
});

test.each(['story', 'record'])(
  'the view %s fits screens from 320 pixels on, without a barrier in either theme',
  {
    timeout: 180_000,
  },
  async (view) => {
    const { page, close } = await site.open(`#scenario=april-2018&view=${view}`);
    await page.locator(`.${view}`).waitFor();
    for (const width of [320, 390, 768, 1440, 2560]) {
      await page.setViewportSize({ width, height: 900 });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([width, over]).toEqual([width, 0]);
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findBarriers(page)).toEqual([]);
    }
    await close();
  },
);
