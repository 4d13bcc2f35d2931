// A static server on loopback, below a path prefix and under the strictest policy that the site supports.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

export const POLICY = [
  "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'",
  "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ');

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.pdf': 'application/pdf',
  '.xml': 'application/xml; charset=utf-8', '.txt': 'text/plain; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8', '.ics': 'text/calendar; charset=utf-8', '.atom': 'application/atom+xml; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '.webmanifest': 'application/manifest+json',
};

/** Serves `folder` below `prefix`, under `policy` if there is one; returns { base, close }. */
export async function serve(folder, prefix = '/tien-do/x/', port = 0, policy = POLICY) {
  const headers = {
    ...(policy && { 'content-security-policy': policy }),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'public, max-age=600',
  };
  const server = createServer(async (request, response) => {
    const answer = (status, type, body) => {
      const zip = /gzip/.test(request.headers['accept-encoding'] ?? '') && /text|json|xml|javascript/.test(type);
      response.writeHead(status, { ...headers, 'content-type': type, ...(zip && { 'content-encoding': 'gzip' }) });
      response.end(zip ? gzipSync(body) : body);
    };
    try {
      const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
      let file = path.startsWith(prefix) ? join(folder, normalize(`/${path.slice(prefix.length)}`)) : null;
      if (file && (await stat(file)).isDirectory()) file = join(file, 'index.html');
      if (!file) return answer(404, 'text/plain; charset=utf-8', 'outside the site');
      answer(200, TYPES[extname(file)] ?? 'application/octet-stream', await readFile(file));
    } catch {
      // Like the sample configurations: the site's 404 page at any depth.
      const page = await readFile(join(folder, '404.html')).catch(() => 'not found');
      answer(404, 'text/html; charset=utf-8', page);
    }
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  return { base: `http://127.0.0.1:${server.address().port}${prefix}`, close: () => server.close() };
}

/** Serves `folder` with nginx, configured by the sample in the package; returns { base, close }. */
export async function nginx(folder, prefix = '/tien-do/x/') {
  const port = await new Promise((done) => {
    const socket = createSocket().listen(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => done(port));
    });
  });
  const home = mkdtempSync(join(tmpdir(), 'tiendo-nginx-'));
  const sample = readFileSync(new URL('../../../templates/hosting/nginx.conf', import.meta.url), 'utf8')
    .replaceAll('/var/www/tien-do/', `${folder}/`).replaceAll(/(location |error_page 404 )\/tien-do\//g, `$1${prefix}`);
  const aside = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${home}/${name};`).join(' ');
  writeFileSync(join(home, 'nginx.conf'), `
    daemon off; pid ${home}/pid; error_log ${home}/error.log; ${process.getuid() === 0 ? 'user root;' : ''}
    events {}
    http { access_log off; include /etc/nginx/mime.types; ${aside} server { listen 127.0.0.1:${port}; ${sample} } }`);
  const process_ = spawn('/usr/sbin/nginx', ['-p', home, '-c', join(home, 'nginx.conf')], { stdio: 'ignore' });
  process_.on('error', () => {});
  const base = `http://127.0.0.1:${port}${prefix}`;
  let answers = false;
  for (let n = 0; n < 100 && !answers; n += 1) {
    answers = await fetch(base).then(() => true, () => false);
    if (!answers) await new Promise((done) => setTimeout(done, 50));
  }
  if (!answers) throw new Error(`nginx does not answer: ${existsSync(join(home, 'error.log')) ? readFileSync(join(home, 'error.log'), 'utf8') : '/usr/sbin/nginx could not be started'}`);
  const close = () => { process_.kill('SIGTERM'); rmSync(home, { recursive: true, force: true }); };
  process.once('exit', close);
  return { base, close };
}
