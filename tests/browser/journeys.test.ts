// What a person does with the page, by mouse and by keyboard, on the built page.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, type Site } from './browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** Opens the page and waits until the scenario stands on it. */
async function openPage(address = '', width = 1440) {
  const opened = await site.open(address, { viewport: { width, height: 900 } });
  await opened.page.locator('.scoreboard').waitFor();
  return opened;
}

const figure = (page: Page, id: string) => page.locator(`.score-${id} .score-figure`).innerText();

/** Moves a slider as a person does: focus, then keys. */
async function press(page: Page, label: string, key: string, times: number) {
  await page.getByLabel(label, { exact: true }).focus();
  for (let i = 0; i < times; i++) await page.keyboard.press(key);
}

describe('the page', () => {
  test('opens computed, without a click: two figures, the picture, the timeline, the services', async () => {
    const { page, troubles, close } = await openPage();
    expect(await figure(page, 'targetBlocked')).toMatch(/^\d/);
    expect(await figure(page, 'collateral')).toMatch(/^1 in \d+$/);
    // The union of the documented entries at noon of 20 April 2018.
    expect(await figure(page, 'listedAddresses')).toBe('17,780,480');
    expect(await page.locator('.score-books').innerText()).toContain('sums add up');
    expect(await page.locator('.stage canvas').count()).toBeGreaterThan(0);
    expect(await page.locator('.services tbody tr').count()).toBeGreaterThan(5);
    await page.waitForLoadState('networkidle');
    expect(troubles).toEqual([]);
    await close();
  });

  test.each([390, 768, 1440])('has nothing wider than a screen of %i px', async (width) => {
    const { page, close } = await openPage('', width);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBeLessThanOrEqual(0);
    await close();
  });

  test.each([390, 768, 1440])(
    'shows the range over seeds a moment after it opened, and at %i px nothing moves for it',
    async (width) => {
      const { page, close } = await openPage('', width);
      const places = () =>
        page.evaluate(() =>
          ['.score-targetBlocked', '.score-collateral', '.page-summary', '.page-stage'].map(
            (one) => {
              const { left, top } = document.querySelector(one)?.getBoundingClientRect() ?? {};
              return [one, left, top];
            },
          ),
        );
      const range = page.getByText(/by chance alone: .* of 40 runs/);
      expect(await range.count()).toBe(0);
      const before = await places();
      await range.nth(1).waitFor();
      expect(await places()).toEqual(before);
      await close();
    },
  );

  test('replays: the figures follow the moment, by keyboard', async () => {
    const { page, close } = await openPage('#at=2018-04-16T08:00%2B03:00');
    expect(await figure(page, 'listedAddresses')).toBe('0');
    await press(page, 'Time', 'End', 1);
    // 17,869,568 of the prefixes, and 56 front ends of Google one by one.
    expect(await figure(page, 'listedAddresses')).toBe('17,869,624');
    await page.getByRole('button', { name: 'One hour back' }).click();
    expect(await page.locator('.timeline-moment').innerText()).toBe('4 June, 22:00');
    await close();
  });

  test('plays and pauses', async () => {
    const { page, close } = await openPage('#at=2018-04-16T08:00%2B03:00');
    await page.getByRole('button', { name: /Play/ }).click();
    await page.waitForFunction(
      () =>
        document.querySelector('.timeline-moment')?.textContent?.startsWith('17 April') === true,
    );
    await page.getByRole('button', { name: /Pause/ }).click();
    const paused = await page.locator('.timeline-moment').innerText();
    await page.waitForTimeout(300);
    expect(await page.locator('.timeline-moment').innerText()).toBe(paused);
    await close();
  });

  test('drags through time on the drawing', async () => {
    const { page, close } = await openPage();
    const drawing = page.locator('.timeline-frame svg');
    await drawing.scrollIntoViewIfNeeded();
    const box = await drawing.boundingBox();
    if (!box) throw new Error('the timeline is not drawn');
    await page.mouse.move(box.x + 2, box.y + 70);
    await page.mouse.down();
    expect(await page.locator('.timeline-moment').innerText()).toMatch(/^13 April/);
    await page.mouse.move(box.x + box.width / 2, box.y + 70);
    await page.mouse.up();
    expect(await page.locator('.timeline-moment').innerText()).toMatch(/^(8|9|10) May/);
    await close();
  });
});

describe('the controls', () => {
  test('moving the prefix length moves every figure, and undo brings them back', async () => {
    const { page, close } = await openPage();
    await page.getByRole('button', { name: 'Hunt for addresses' }).click();
    const before = await figure(page, 'listedAddresses');
    expect(await page.getByText('One entry covers 65,536 addresses.').count()).toBe(1);
    await press(page, 'Prefix length', 'ArrowLeft', 4);
    expect(await page.getByText('One entry covers 1,048,576 addresses.').count()).toBe(1);
    const after = await figure(page, 'listedAddresses');
    expect(after).not.toBe(before);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await figure(page, 'listedAddresses')).toBe(before);
    await page.getByRole('button', { name: 'Redo' }).click();
    expect(await figure(page, 'listedAddresses')).toBe(after);
    await page.getByRole('button', { name: 'Reset' }).click();
    expect(await figure(page, 'listedAddresses')).toBe('17,780,480');
    await close();
  });

  test('raising θ spares everybody and misses the target; the point walks the curve', async () => {
    const { page, close } = await openPage('#stack=dpi');
    const share = async (id: string) => Number.parseFloat(await figure(page, id));
    const before = await share('targetBlocked');
    const circle = page.locator('.roc-point');
    const from = await circle.getAttribute('cy');
    await press(page, 'Threshold θ', 'PageUp', 2);
    expect(await share('targetBlocked')).toBeLessThan(before);
    expect(Number(await circle.getAttribute('cy'))).toBeGreaterThan(Number(from));
    await close();
  });

  test('another seed draws another world; the documented list stays', async () => {
    const { page, close } = await openPage();
    const before = await page.locator('.services tbody').innerText();
    await page.getByRole('button', { name: 'Another seed' }).click();
    expect(await page.locator('.services tbody').innerText()).not.toBe(before);
    expect(await figure(page, 'listedAddresses')).toBe('17,780,480');
    await close();
  });
});

describe('looking up', () => {
  test('an address is answered with its list entry, since when, and its neighbours', async () => {
    const { page, close } = await openPage();
    await page.getByRole('combobox', { name: /Look up/ }).fill('34.230.170.103');
    await page.keyboard.press('Enter');
    const answer = await page.locator('.answer').innerText();
    expect(answer).toContain('Listed by 34.192.0.0/10 since 17 April, 15:00');
    expect(answer).toContain('Amazon');
    expect(answer).toContain('Its neighbours are');
    await close();
  });

  test('a service is found by its name with the keyboard', async () => {
    const { page, close } = await openPage();
    const box = page.getByRole('combobox', { name: /Look up/ });
    await box.fill('skyen');
    await box.press('ArrowDown');
    await box.press('Enter');
    expect(await page.locator('.answer h3').innerText()).toBe('Skyeng');
    expect(await page.locator('.answer').innerText()).toMatch(/Lives on .*Amazon/);
    await close();
  });

  test('nothing found is said', async () => {
    const { page, close } = await openPage();
    await page.getByRole('combobox', { name: /Look up/ }).fill('no such thing');
    await page.getByText('it is not an address such as').waitFor();
    await close();
  });
});

describe('files and links', () => {
  test('a wrong file is refused with all its errors, and the last good scenario stays', async () => {
    const { page, troubles, close } = await openPage();
    const before = await figure(page, 'listedAddresses');
    const wrong = { kind: 'scenario', id: 'X', title: '<img src=x onerror=alert(1)>', stack: 3 };
    await page.locator('input[type=file]').setInputFiles({
      name: 'wrong.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(wrong)),
    });
    const refusal = page.getByRole('alert');
    await refusal.waitFor();
    expect(await refusal.innerText()).toContain('wrong.json was not opened');
    expect(await refusal.locator('li').count()).toBeGreaterThan(2);
    expect(await page.locator('img').count()).toBe(0);
    expect(await figure(page, 'listedAddresses')).toBe(before);
    await refusal.getByRole('button', { name: 'Close' }).click();
    expect(await refusal.count()).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  });

  test('a scenario is saved with its changes and opens again as it was', async () => {
    const { page, close } = await openPage('#stack=adaptive&seed=7');
    await press(page, 'Time', 'End', 1);
    const before = await figure(page, 'listedAddresses');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save scenario' }).click();
    const path = await (await download).path();
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.locator('input[type=file]').setInputFiles(path);
    await page.getByText('No changes').waitFor();
    await press(page, 'Time', 'End', 1);
    expect(await page.getByLabel('Seed', { exact: true }).inputValue()).toBe('7');
    expect(await figure(page, 'listedAddresses')).toBe(before);
    await close();
  });

  test('the address bar holds the state: the same link opens the same figures', async () => {
    const { page, close } = await openPage();
    await page.getByRole('button', { name: 'Hunt for addresses' }).click();
    await press(page, 'Prefix length', 'ArrowRight', 3);
    await press(page, 'Time', 'End', 1);
    await page.waitForFunction(() => location.hash.includes('prefixLength=19'));
    const hash = await page.evaluate(() => location.hash);
    const figures = await Promise.all(
      ['targetBlocked', 'collateral', 'listedAddresses'].map((id) => figure(page, id)),
    );
    await close();
    const again = await openPage(hash);
    const same = await Promise.all(
      ['targetBlocked', 'collateral', 'listedAddresses'].map((id) => figure(again.page, id)),
    );
    expect(same).toEqual(figures);
    await again.close();
  });

  test('networks that are left out stand in the link, and are left out where it is opened', async () => {
    const { page, close } = await openPage('#stack=dpi');
    await page.getByText('Where it is in force: on all networks').click();
    await page.getByLabel('MegaFon', { exact: true }).uncheck();
    await page.waitForFunction(() => location.hash.includes('strategies.boxes.networks='));
    const hash = await page.evaluate(() => location.hash);
    const before = await figure(page, 'targetBlocked');
    await close();
    const again = await openPage(hash);
    await again.page.getByText('Where it is in force: on 6 of 7 networks').click();
    expect(await again.page.getByLabel('MegaFon', { exact: true }).isChecked()).toBe(false);
    expect(await again.page.locator('.card').first().innerText()).toContain(
      'on all networks but MegaFon',
    );
    expect(await figure(again.page, 'targetBlocked')).toBe(before);
    await again.page.getByLabel('MegaFon', { exact: true }).check();
    // What is left is the choice of the stack.
    await again.page.getByText('1 change', { exact: true }).waitFor();
    await again.close();
  });

  test('a link in short paths opens, and its changes are taken back by the controls', async () => {
    const { page, close } = await openPage('#stack=adaptive&strategies.hunt.prefixLength=20');
    expect(await page.getByText('One entry covers 4,096 addresses.').count()).toBe(1);
    await page.getByRole('button', { name: 'Back to /16' }).click();
    expect(await page.getByText('One entry covers 65,536 addresses.').count()).toBe(1);
    await page.getByRole('button', { name: 'Deep packet inspection' }).click();
    expect(await page.getByRole('alert').count()).toBe(0);
    await close();
  });

  test('a bad link typed over a good page leaves the page as it is', async () => {
    const { page, close } = await openPage('#stack=dpi');
    const before = await figure(page, 'targetBlocked');
    await page.evaluate(() => {
      location.hash = '#stack=adaptve';
    });
    await page.getByRole('alert').waitFor();
    expect(await figure(page, 'targetBlocked')).toBe(before);
    await close();
  });

  test('the seed can be cleared and typed anew', async () => {
    const { page, close } = await openPage();
    const field = page.getByLabel('Seed', { exact: true });
    await field.fill('');
    expect(await page.getByRole('alert').count()).toBe(0);
    await field.pressSequentially('42');
    await field.blur();
    expect(await field.inputValue()).toBe('42');
    expect(await page.getByText('1 change').count()).toBe(1);
    await close();
  });

  test.each([
    ['#scenario=april-2081', 'april-2018'],
    ['#stack=adaptve', 'adaptive'],
    ['#stacks.adaptive.strategies.hunt.parameters.prefixLenght=20', 'prefixLength'],
    ['#at=tomorrow', '2018-04-13'],
    ['#view=nonsense', 'neighbourhoods, story, record, how-sure'],
  ])('a wrong link %s is refused with the nearest right name', async (hash, nearest) => {
    const { page, close } = await openPage(hash);
    expect(await page.getByRole('alert').innerText()).toContain(nearest);
    expect(await figure(page, 'listedAddresses')).toBe('17,780,480');
    await close();
  });
});
