import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startLoopbackHost, type LoopbackHost } from './loopback-hosts.ts';

/** A site with a page for each defect that audits look for, and a stranger it links to. */
export interface PreflightSite extends AsyncDisposable {
  readonly site: LoopbackHost;
  readonly external: LoopbackHost;
}

const directory = join(import.meta.dirname, 'preflight-site');
export const siteCredential = { header: 'authorization', value: 'Bearer canary-4711' } as const;

function answerStatus(response: ServerResponse, url: string, method: string | undefined): boolean {
  const [, head = '', get = head] = /^\/status\/(\d+)(?:-(\d+))?$/.exec(url) ?? [];
  if (head !== '') response.writeHead(Number(method === 'HEAD' ? head : get)).end();
  return head !== '';
}

const html = { 'content-type': 'text/html' };

/** Sixty, so that it takes a minute to ask them where none is answered. */
const heldLinks = Array.from({ length: 60 }, (_, number) => `<a href="/held/${number}">held</a>`).join('\n');

/** Most of them are pages about which there is nothing to say but why. */
const special: Readonly<Record<string, (response: ServerResponse, authorization: string | undefined) => unknown>> = {
  '/redirects': (response) => response.writeHead(302, { location: '/clean' }).end(),
  '/failing': (response) => response.writeHead(503, html).end('<h1>Later</h1>'),
  '/silent': () => undefined,
  '/text': (response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('<h1>Text</h1>'),
  '/large': (response) => response.writeHead(200, html).end(`<h1>Large</h1>${' '.repeat(200_000)}`),
  '/huge': (response) => response.writeHead(200, html).end(`<h1>Huge</h1>${' '.repeat(2_000_000)}`),
  '/broken': (response) => response.destroy(),
  '/circling': (response) => response.writeHead(302, { location: '/circling' }).end(),
  '/holding': (response) => response.writeHead(200, html).end(`<h1>Holding</h1>${heldLinks}`),
  '/deep': (response) => response.writeHead(200, html).end('<div>'.repeat(1_000)),
  '/inward': (response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
  '/compressed': (response) =>
    response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipSync('<h1>Compressed</h1>')),
  '/many': (response) => response.writeHead(200, html).end(`<h1>Many</h1>${'<h2></h2>'.repeat(150)}`),
  '/vast': (response) => response.writeHead(200, html).end(`<h1>Vast</h1>${'<i></i>'.repeat(10_000)}`),
  '/styled': (response) =>
    response.writeHead(200, html).end(`<style>${'a{}'.repeat(10_000)}</style><h1>Styled</h1>${'<i></i>'.repeat(500)}`),
  '/echoes': (response, authorization) =>
    response.writeHead(302, { location: `/clean?${authorization?.split(' ')[1]}` }).end(),
};

const pageForMembers = (authorization: string | undefined): string =>
  `<title>For members only</title><h2>${authorization}</h2><h1></h1><a href="/protected">here</a>`;

export interface SiteBehavior {
  /** Whether the protected page is shown to whoever brings this. */
  readonly opens?: (authorization: string | undefined) => boolean;
  /** Whether what the page `holding` links to is left without an answer. */
  readonly holds?: () => boolean;
}

export async function startPreflightSite({
  opens = (authorization) => authorization === siteCredential.value,
  holds = () => false,
}: SiteBehavior = {}): Promise<PreflightSite> {
  const external = await startLoopbackHost('127.0.0.3', ({ url = '', method }, response) => {
    if (!answerStatus(response, url, method)) response.writeHead(404).end();
  });
  const site = await startLoopbackHost('127.0.0.2', ({ url = '', method, headers }, response) => {
    const answer = special[url];
    if (answer !== undefined) return void answer(response, headers.authorization);
    if (answerStatus(response, url, method)) return;
    if (url === '/protected')
      return void response
        .writeHead(opens(headers.authorization) ? 200 : 401, html)
        .end(pageForMembers(headers.authorization));
    if (url.startsWith('/held/')) return void (holds() || response.writeHead(200, html).end());
    readFile(join(directory, `${url.slice(1)}.html`), 'latin1').then(
      (page) =>
        response.writeHead(200, html).end(
          page
            .replaceAll('{site}', `http://${headers.host}`)
            .replaceAll('{secure}', `https://${headers.host}`)
            .replaceAll('{external}', external.origin),
          // Byte for byte: not every page is UTF-8.
          'latin1',
        ),
      () => response.writeHead(404, html).end('<h1>Missing</h1>'),
    );
  });
  return {
    site,
    external,
    [Symbol.asyncDispose]: async () => {
      await site[Symbol.asyncDispose]();
      await external[Symbol.asyncDispose]();
    },
  };
}
