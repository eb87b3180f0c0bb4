// Serves a folder of built files over HTTP: for `npm start`, and for the browser tests.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

/** @type {Record<string, string>} */
const mediaTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/**
 * Takes the next free port when `port` is busy; port 0 lets the system choose.
 * @param {string} folder
 * @param {{ port?: number, host?: string | undefined, mount?: string }} [options]
 *   `mount` is the path under which the folder appears, with a slash at both ends.
 */
export async function serve(folder, { port = 0, host = '127.0.0.1', mount = '/' } = {}) {
  const server = createServer(async (request, response) => {
    const file = await findFile(folder, mount, request.url ?? '/');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
    } else if (file === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
    } else {
      const type = mediaTypes[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, {
        'content-type': type,
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
      });
      if (request.method === 'HEAD') response.end();
      else createReadStream(file).pipe(response);
    }
  });
  const taken = await listen(server, port, host);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}${mount}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * The file behind an address, or nothing if there is none inside the folder.
 * @param {string} folder
 * @param {string} mount
 * @param {string} address
 */
async function findFile(folder, mount, address) {
  try {
    const path = decodeURIComponent(address.replace(/[?#].*$/, ''));
    if (!path.startsWith(mount) || path.includes('\0')) return undefined;
    const inside = join(folder, `./${path.slice(mount.length)}`);
    if (!inside.startsWith(normalize(folder + sep))) return undefined;
    const file = inside.endsWith(sep) ? join(inside, 'index.html') : inside;
    return (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<number>}
 */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EADDRINUSE' || port >= 65535) reject(error);
      else resolve(listen(server, port + 1, host));
    });
    server.listen(port, host, () => {
      const address = server.address();
      server.removeAllListeners('error');
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
