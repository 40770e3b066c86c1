import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import express from 'express';
import { AppError } from '../errors.ts';
import type { OperationId } from './operation.ts';
import { guardResponse, writeAnswer, writeProblem, type GuardedResponse } from './write-answer.ts';

type Part = (response: ServerResponse, guarded: GuardedResponse) => unknown;

const faults: string[] = [];
const server = createServer();
let url: string;
let operationId: OperationId | undefined;
let part: Part;

beforeAll(async () => {
  const app = express();
  app.use((request, response) => {
    const guarded = guardResponse(response, {
      requestId: 'known',
      accept: request.headers.accept,
      publicUrl: 'https://spci.example.org',
      headers: { 'X-Request-Id': 'known', 'Spec-Digest': '0'.repeat(64), Link: '</docs>' },
      operationId,
      onViolation: (fault) => void faults.push(fault),
    });
    return part(response, guarded);
  });
  server.on('request', app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});

beforeEach(() => {
  faults.splice(0);
  operationId = 'getLiveness';
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

async function ask(made: Part, method = 'GET', headers: Record<string, string> = {}) {
  part = made;
  const response = await fetch(url, { method, headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const file = (stream: Readable) => ({
  status: 200,
  headers: {
    'X-RateLimit-Limit': 1,
    'X-RateLimit-Remaining': 1,
    'X-RateLimit-Reset': 1,
    'Content-Length': 5,
    'Repr-Digest': 'sha-256=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:',
    ETag: `"${'a'.repeat(64)}"`,
  },
  stream,
});

const withheld = { code: 'contract_violation', message: expect.any(String), details: { request_id: 'known' } };

describe('what comes past the operations is withheld', () => {
  const strays: Record<string, Part> = {
    'res.end of a page': (response) => response.setHeader('Content-Type', 'text/html').end('<html>stray</html>'),
    'res.end of JSON that no operation describes': (response) =>
      response.setHeader('Content-Type', 'application/json').end('{"stray":1}'),
    'res.end of broken JSON': (response) => response.setHeader('Content-Type', 'application/json').end('{"stray"'),
    'res.end of nothing': (response) => response.end(),
    'res.writeHead with headers of its own': (response) =>
      response.writeHead(200, 'Fine', { 'Content-Type': 'text/plain', 'X-Stray': 'stray' }).end('stray'),
    'res.write in pieces': (response) => {
      response.flushHeaders();
      response.write('<html>');
      response.write(Buffer.from('stray'));
      response.end('</html>');
    },
    'a stream piped into the response': (response) => Readable.from(['stray', 'stray']).pipe(response),
    'an answer larger than is judged': (response) =>
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ status: 'stray'.repeat(300_000) })),
    'the page that Express makes of an exception': () => {
      throw new Error('stray at /src/private.ts');
    },
    'the page that Express makes of a rejection': () => Promise.reject(new Error('stray')),
  };

  test.each(Object.entries(strays))('%s', async (_, stray) => {
    const { status, headers, text } = await ask(stray);
    expect([status, JSON.parse(text)]).toEqual([500, withheld]);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect([...headers.values()].join()).not.toContain('stray');
    expect(faults).toHaveLength(1);
  });

  test('res.json of what the operation describes is let through', async () => {
    const { status, text } = await ask((response) =>
      response.setHeader('Content-Type', 'application/json; charset=utf-8').end('{"status":"ok"}'),
    );
    expect([status, text, faults]).toEqual([200, '{"status":"ok"}', []]);
  });

  test('and told as a problem to a client that prefers one', async () => {
    const { status, headers, text } = await ask((response) => response.end(), 'GET', {
      Accept: 'application/problem+json',
    });
    expect([status, headers.get('content-type'), headers.get('vary')]).toEqual([
      500,
      'application/problem+json',
      'Accept',
    ]);
    expect(JSON.parse(text)).toMatchObject({
      type: 'https://spci.example.org/api/v1/problems/contract_violation',
      details: { request_id: 'known' },
    });
  });

  test('where no operation was found, everything but a failure', async () => {
    operationId = undefined;
    const { status, text } = await ask((response) =>
      response.setHeader('Content-Type', 'application/json').end('{"status":"ok"}'),
    );
    expect([status, JSON.parse(text)]).toEqual([500, withheld]);
  });
});

describe('writeAnswer', () => {
  test('withholds an answer without a required header', async () => {
    operationId = 'listRuns';
    const { status } = await ask((_, guarded) => writeAnswer(guarded, { status: 200, body: {} }, false));
    expect([status, faults]).toEqual([500, ['header X-RateLimit-Limit is missing']]);
  });

  test('withholds a stream and lets go of it', async () => {
    const stream = Readable.from(['stray']);
    const { status } = await ask((_, guarded) => writeAnswer(guarded, file(stream), false));
    expect([status, stream.destroyed]).toEqual([500, true]);
  });

  test('cuts the connection of a stream that fails half-way, so that no half looks whole', async () => {
    operationId = 'getLeaseSample';
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        throw new Error('the disk failed');
      })(),
    );
    await expect(ask((_, guarded) => writeAnswer(guarded, file(broken), false))).rejects.toThrow();
    expect(faults).toEqual([]);
  });

  test('sends no byte of a stream to HEAD', async () => {
    operationId = 'getLeaseSample';
    const stream = Readable.from(['whole']);
    const { status, headers, text } = await ask((_, guarded) => writeAnswer(guarded, file(stream), true), 'HEAD');
    expect(faults).toEqual([]);
    expect([status, headers.get('content-length'), text, stream.destroyed]).toEqual([200, '5', '', true]);
  });
});

describe('writeProblem', () => {
  test('drops what the answer before it had set', async () => {
    const { status, headers, text } = await ask((response, guarded) => {
      response.setHeader('ETag', '"a"').setHeader('Content-Length', 3);
      writeProblem(guarded, new AppError('internal_error', 'Failed.'));
    });
    expect([status, JSON.parse(text).code, headers.get('etag')]).toEqual([500, 'internal_error', null]);
  });

  test('ends the connection when an answer is on its way', async () => {
    operationId = 'getLeaseSample';
    const endless = new Readable({ read() {} });
    endless.push('half');
    const failing = ask((_, guarded) => {
      void writeAnswer(guarded, file(endless), false);
      setImmediate(() => writeProblem(guarded, new AppError('internal_error', 'Late.')));
    });
    await expect(failing).rejects.toThrow();
    expect(faults).toEqual([]);
  });
});
