// The built page opens from any folder, quietly, asks nobody outside, and axe finds no barrier.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBarriers, openSite, type Site } from './browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

describe('the built page', () => {
  test.each(['light', 'dark'] as const)(
    'opens without a barrier in the %s theme',
    async (theme) => {
      const { page, troubles, close } = await site.open('', { colorScheme: theme });
      expect(await page.title()).toContain('Overblock');
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.waitForLoadState('networkidle');
      expect(troubles).toEqual([]);
      await close();
    },
  );
});

test.each(['light', 'dark'] as const)(
  'in the %s theme a mark that works is hollow, of the ground, and one that is hit is filled',
  async (theme) => {
    const { page, close } = await site.open('', { colorScheme: theme });
    await page.locator('.nb-key-works').first().waitFor();
    const [ground = 0, works = 0, hit = 0] = await page.evaluate(() => {
      const lightOf = (colour = '') =>
        (colour.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part) / 765, 0);
      const fillOf = (one: string) => getComputedStyle(document.querySelector(one) as Element).fill;
      const colours = [
        getComputedStyle(document.body).backgroundColor,
        fillOf('.nb-key-works'),
        fillOf('.nb-key-hit'),
      ];
      return colours.map(lightOf);
    });
    expect(Math.abs(works - ground)).toBeLessThan(0.1);
    expect(Math.abs(hit - ground)).toBeGreaterThan(0.7);
    await close();
  },
);

describe('what the first picture does not need', () => {
  /** More than this, compressed, nobody waits for before the first picture. */
  const MOST_BYTES = 190_000;

  test('is not among the scripts that the page waits for, which stay small', async () => {
    const html = await (await fetch(site.url)).text();
    const scripts = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
      ([, path = '']) => path,
    );
    expect(scripts.length).toBeGreaterThan(0);
    const sizes = scripts.map(async (path) => {
      const text = await (await fetch(site.url + path)).text();
      return gzipSync(text, { level: 9 }).length;
    });
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });

  test('is fetched soon after: every view then opens without a network', async () => {
    const { page, troubles, close } = await site.open();
    await page.waitForResponse(/Sureness-.*\.js$/);
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    for (const [name, part] of [
      ['Story', '.story'],
      ['Model against report', '.record'],
      ['How sure is this?', '.sure'],
      ['Neighbourhoods', '.nb'],
    ] as const) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.locator(part).waitFor();
    }
    await page.getByText('What it cost others').click();
    await page.locator('.costs-table').waitFor();
    await page.getByText('On which networks').click();
    await page.locator('.places-table').first().waitFor();
    expect(troubles).toEqual([]);
    await close();
  });

  test('and cannot be fetched is told, and can be asked for again; the rest of the page works', async () => {
    const { page, close } = await site.open();
    await page.route(/Story-.*\.js$/, (route) => route.abort());
    await page.getByRole('button', { name: 'Story', exact: true }).click();
    await page.getByRole('alert').getByText('could not be fetched').waitFor();
    await page.unroute(/Story-.*\.js$/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.story').waitFor();
    await close();
  });
});

describe('the record of troubles', () => {
  test('holds an outside request, an uncaught exception and a console error', async () => {
    const { page, troubles, close } = await site.open();
    await page.waitForLoadState('networkidle');
    await page.evaluate(async () => {
      setTimeout(() => {
        throw new Error('planted');
      });
      await new Promise((resolve) => setTimeout(resolve, 50));
      console.error('planted too');
      await fetch('https://overblock.invalid/').catch(() => {});
    });
    // Waits for the request, not for its end: how long a name takes to be found nowhere is open.
    const asked = page.waitForRequest('http://overblock.invalid/planted.png');
    await page.goto('data:text/html,<img src="http://overblock.invalid/planted.png">', {
      waitUntil: 'commit',
    });
    await asked;
    const all = troubles.join('\n');
    expect(all).toContain('uncaught: Error: planted');
    expect(all).toContain('console error: planted too');
    expect(all).toMatch(/violates .*connect-src/);
    expect(all).toContain('request outside: GET http://overblock.invalid/planted.png');
    await close();
  });

  test('a picture without a name is a barrier', async () => {
    const { page, close } = await site.open();
    await page.evaluate(() => document.body.append(new Image()));
    expect((await findBarriers(page)).join()).toContain('image-alt');
    await close();
  });
});

describe('the server', () => {
  test.each([
    ['', 200, 'text/html; charset=utf-8'],
    ['?x=1', 200, 'text/html; charset=utf-8'],
    ['index.html', 200, 'text/html; charset=utf-8'],
    ['missing.js', 404, 'text/plain'],
    ['assets', 404, 'text/plain'],
    ['%2e%2e/package.json', 404, 'text/plain'],
    ['..%2fpackage.json', 404, 'text/plain'],
    ['%', 404, 'text/plain'],
  ])('answers "%s" with %i', async (address, status, type) => {
    const response = await fetch(site.url + address);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, type]);
  });
});
