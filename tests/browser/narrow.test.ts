// The page in one column and on a telephone: what comes first, the way to the controls, the Tab key.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBarriers, openSite, type Site } from './browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

async function openPage(width: number, height = 844, address = '') {
  const opened = await site.open(address, { viewport: { width, height } });
  await opened.page.locator('.scoreboard').waitFor();
  return opened;
}

/** The parts of the page by where they stand, as the eye meets them and as the Tab key does. */
function partsOf(page: Page) {
  return page.evaluate(() => {
    const inDocument = [...document.querySelectorAll('.page > [class^="page-"]')];
    const place = (part: Element) => part.getBoundingClientRect();
    const seen = inDocument.toSorted(
      (a, b) => place(a).top - place(b).top || place(a).left - place(b).left,
    );
    return { met: inDocument.map((one) => one.className), seen: seen.map((one) => one.className) };
  });
}

test.each([
  [390, ['page-score', 'page-stage', 'page-services', 'page-controls']],
  [768, ['page-score', 'page-stage', 'page-services', 'page-controls']],
  [1440, ['page-score', 'page-controls', 'page-stage', 'page-services']],
])('at %i px the parts are seen and met in the same order', async (width, order) => {
  const { page, close } = await openPage(width);
  expect(await partsOf(page)).toEqual({ met: order, seen: order });
  await close();
});

test('on a telephone the picture begins on the first screen, and who is hit within three', async () => {
  const { page, close } = await openPage(390);
  const top = async (part: string) => (await page.locator(part).boundingBox())?.y ?? Infinity;
  expect(await top('.nb-stage')).toBeLessThan(844 - 53);
  expect(await top('.services')).toBeLessThan(3 * 844);
  // The parts of the header stand in the order of the document too.
  const header = await page.evaluate(() =>
    [...document.querySelectorAll('.header > *')].map((one) => one.getBoundingClientRect().bottom),
  );
  expect(header).toEqual(header.toSorted((a, b) => a - b));
  await close();
});

test('on a telephone one press leads to the controls, and the next Tab into them', async () => {
  const { page, close } = await openPage(390);
  await page.getByRole('button', { name: 'Controls', exact: true }).click();
  const controls = await page.locator('#controls').boundingBox();
  expect(controls?.y).toBeGreaterThanOrEqual(0);
  expect(controls?.y).toBeLessThan(200);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('#controls')?.id)).toBe(
    'controls',
  );
  expect(await findBarriers(page)).toEqual([]);
  await close();
});

test('on a telephone the same button leads back from the controls to the picture', async () => {
  const { page, close } = await openPage(390);
  await page.getByRole('button', { name: 'Controls', exact: true }).click();
  await page.getByRole('button', { name: 'Picture', exact: true }).click();
  const stage = await page.locator('#stage').boundingBox();
  expect(Math.abs(stage?.y ?? Infinity)).toBeLessThan(50);
  await page.getByRole('button', { name: 'Controls', exact: true }).waitFor();
  await close();
});

test('on a telephone the figures of the bar stand in one line beside a long name of the target', async () => {
  const { page, close } = await openPage(390, 844, '#scenario=austria-2022');
  const heights = await page
    .locator('.score-bar strong')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(heights.length).toBe(2);
  expect(heights[1]).toBe(heights[0]);
  await close();
});

test('on a telephone what a tap on the map explains scrolls away with it', async () => {
  const viewport = { width: 390, height: 844 };
  const { page, close } = await site.open('', { viewport, hasTouch: true });
  const stage = page.locator('.nb-stage');
  await stage.waitFor();
  await stage.evaluate((one) => one.scrollIntoView());
  await page.touchscreen.tap(60, 60);
  const tip = page.locator('.nb-tip');
  await tip.waitFor({ state: 'attached' });
  const isSeen = () => tip.evaluate((one) => getComputedStyle(one).visibility);
  await stage.evaluate((one) => one.scrollIntoView());
  await expect.poll(isSeen).toBe('visible');
  await page.locator('.services').evaluate((one) => one.scrollIntoView());
  await expect.poll(isSeen).toBe('hidden');
  await close();
});

test('on a telephone no gap stands under the timeline', async () => {
  const { page, close } = await openPage(390);
  const note = page.locator('.timeline-note');
  const [high = 0, line = 1] = await note.evaluate((one) => [
    one.getBoundingClientRect().height,
    Number.parseFloat(getComputedStyle(one).lineHeight),
  ]);
  expect(high / line).toBeLessThan(4);
  await close();
});

test('what lies folded on a telephone opens, and what was typed outlives a turned screen', async () => {
  const { page, close } = await openPage(390);
  const more = page.locator('.scoreboard-more');
  expect(await page.locator('.score-books').isVisible()).toBe(false);
  await more.locator('summary').click();
  expect(await page.locator('.score-books').isVisible()).toBe(true);
  await page.getByRole('searchbox', { name: 'Filter' }).fill('game');
  await page.setViewportSize({ width: 1200, height: 600 });
  await page.waitForFunction(() => document.querySelector('.scoreboard-more') === null);
  expect(await page.getByRole('searchbox', { name: 'Filter' }).inputValue()).toBe('game');
  await close();
});

test.each([320, 390, 768, 1440])(
  'at %i px the slider through time stays in its column, and no name on the map is cut',
  async (width) => {
    const { page, close } = await openPage(width);
    await page.locator('.nb-provider').first().waitFor();
    const edges = (selector: string) =>
      page.locator(selector).evaluate((one) => {
        const { left, right } = one.getBoundingClientRect();
        return [left, right];
      });
    const [left = 0, right = 0] = await edges('.page-stage');
    const [from = 0, to = 0] = await edges('.timeline-scrub input');
    expect(from).toBeGreaterThanOrEqual(left);
    expect(to).toBeLessThanOrEqual(right);
    // Half a thumb inside.
    expect(await edges('.timeline-frame svg')).toEqual([left + 8, right - 8]);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('.nb-provider, .nb-pool')]
        .filter((one) => one.scrollWidth > one.clientWidth || one.textContent?.includes('…'))
        .map((one) => one.textContent),
    );
    expect(cut).toEqual([]);
    await close();
  },
);

test.each([
  [390, '#scenario=neighbours'],
  [1440, '#scenario=neighbours'],
  [1440, ''],
])(
  'at %i px the thumb of the slider stands over the line of the hour, at both ends and between (%s)',
  async (width, address) => {
    const { page, close } = await openPage(width, 844, address);
    const slider = page.getByLabel('Time', { exact: true });
    await slider.focus();
    for (const key of ['Home', 'PageUp', 'PageUp', 'PageUp', 'End']) {
      await page.keyboard.press(key);
      const [thumb = 0, line = Infinity] = await page.evaluate(() => {
        const input = document.querySelector<HTMLInputElement>('.timeline-scrub input');
        const now = document.querySelector('.timeline-now');
        if (!input || !now) return [];
        const { left, width: long } = input.getBoundingClientRect();
        // The thumb is 16 px wide and stays inside.
        const way = Number(input.value) / Number(input.max);
        const { left: from, right: to } = now.getBoundingClientRect();
        return [left + 8 + way * (long - 16), (from + to) / 2];
      });
      expect(Math.abs(thumb - line)).toBeLessThan(1);
    }
    await close();
  },
);
