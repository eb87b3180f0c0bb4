// Opens the built page in a real Chromium and writes down what must not happen there.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { serve } from '../../src/cli/serve.mjs';
import { findChromium } from './chromium.mjs';

const built = fileURLToPath(new URL('../../dist', import.meta.url));

export interface OpenedPage {
  readonly page: Page;
  /** Console errors, uncaught exceptions and requests to anywhere but our server, as sentences. */
  readonly troubles: string[];
  readonly close: () => Promise<void>;
}

export interface Site {
  readonly url: string;
  /** Opens an address below the site's, in a fresh profile; `#…` and `?…` may follow. */
  readonly open: (address?: string, options?: BrowserContextOptions) => Promise<OpenedPage>;
  readonly close: () => Promise<void>;
}

/** Serves dist/ from a folder deep down, because the page must work from any, and starts a browser. */
export async function openSite(): Promise<Site> {
  if (!existsSync(`${built}/index.html`)) throw new Error('Nothing is built: npm run build first.');
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found; name one in CHROMIUM.');
  const server = await serve(built, { mount: '/some/sub/path/' });
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  return {
    url: server.url,
    open: async (address = '', options = {}) => {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      const troubles = recordTroubles(page, server.url);
      await page.goto(server.url + address);
      return { page, troubles, close: () => context.close() };
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** What axe finds against WCAG 2.2, levels A and AA, a line a finding. */
export async function findBarriers(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}

function recordTroubles(page: Page, home: string): string[] {
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console error: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    const isInside = request.url().startsWith(home) || /^(data|blob):/.test(request.url());
    if (!isInside) troubles.push(`request outside: ${request.method()} ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  page.on('requestfailed', (request) => troubles.push(`request failed: ${request.url()}`));
  return troubles;
}

export const chromiumArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
