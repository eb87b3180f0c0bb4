// How the page is built and how the tests run.
import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The built page forbids inline scripts; the development server needs one for hot reloading. */
const looserWhileDeveloping: Plugin = {
  name: 'overblock:no-csp-while-developing',
  apply: 'serve',
  transformIndexHtml: (html) =>
    html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

export default defineConfig(({ isSsrBuild }) => ({
  // Relative addresses, so that the built page works from any folder of any file server.
  base: './',
  publicDir: false,
  // Results say which version computed them.
  define: { OVERBLOCK_VERSION: JSON.stringify(version) },
  plugins: [react(), looserWhileDeveloping],
  worker: { format: 'es' },
  build: { target: 'es2022' },
  // A program for the shell starts faster with the model's two packages inside it. All others stay
  // outside, so that a bench meets its rivals as they were published.
  ...(isSsrBuild && { ssr: { noExternal: ['zod', 'seedrandom'] } }),
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          setupFiles: ['tests/setup.ts'],
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**'],
          // Properties run many cases, and a busy machine takes its time: no test measures any.
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          retry: 0,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
}));
