// Builds the digests of all scenarios as a page for any browser: it sends what it found to the server.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const page = `<!doctype html><meta charset="utf-8"><title>Digests</title><script type="module">
import { digestsOfScenarios } from './digests.js';
const digests = await digestsOfScenarios().catch((error) => ({ failed: String(error) }));
document.title = 'Done';
await fetch('./found', { method: 'POST', body: JSON.stringify(digests) }).catch(() => {});
</script>`;

/** @returns {Promise<string>} the folder of the page */
export async function buildDigests() {
  const folder = mkdtempSync(join(tmpdir(), 'overblock-digests-'));
  await build({
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: fileURLToPath(new URL('digestEntry.ts', import.meta.url)),
        formats: ['es'],
        fileName: () => 'digests.js',
      },
    },
  });
  writeFileSync(join(folder, 'index.html'), page);
  return folder;
}
