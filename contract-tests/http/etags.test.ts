import { beforeAll, describe, expect, test } from '@jest/globals';
import { everyOperation, type DeclaredOperation } from '../harness/declared-requests.ts';
import { declarationPath, describedAt, resolvedPath } from '../harness/described.ts';
import { goodRequest } from '../harness/good-requests.ts';
import { sendRequest, type SentAnswer } from '../harness/send-request.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { openWorld } from '../harness/world.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(await openWorld());
});

const named = (operations: readonly DeclaredOperation[]) =>
  operations.map((operation) => [operation.id, operation] as const);

/** The statuses of an operation whose answers have an ETag. */
const taggedStatuses = (operation: DeclaredOperation): number[] =>
  operation.statuses.filter((status) => {
    const response = resolvedPath([...declarationPath(operation), 'responses', String(status)]);
    return describedAt([...response, 'headers', 'ETag']) !== undefined;
  });
const tagged = everyOperation.filter((operation) => taggedStatuses(operation).length > 0);
const conditional = tagged.filter((operation) => taggedStatuses(operation).includes(304));

/** Asks the same good question with each of these headers in turn. */
async function askAgain(operation: DeclaredOperation, asked: readonly Record<string, string>[], method = 'GET') {
  const { url, token, request, release } = await goodRequest(stage, operation);
  const answers: SentAnswer[] = [];
  for (const headers of asked) answers.push(await sendRequest(url, operation, token, { ...request, headers, method }));
  await release();
  return answers;
}

const etagOf = ({ headers }: SentAnswer): string => headers.get('etag') ?? '';

describe('an ETag names what is there', () => {
  test.each(named(tagged))('%s tells the same one for the same content', async (_, operation) => {
    const [first, second] = await askAgain(operation, [{}, {}]);
    expect(first?.headers.get('etag')).toMatch(/^"[0-9a-f]{64}"$/);
    expect([second?.status, second?.headers.get('etag')]).toEqual([200, first?.headers.get('etag')]);
  });

  test.each(named(conditional))('%s sends nothing to who has it, with GET and HEAD', async (_, operation) => {
    const [whole] = await askAgain(operation, [{}]);
    const tag = whole === undefined ? '' : etagOf(whole);
    const known = [tag, `W/${tag}`, `"other", ${tag}`, '*'].map((value) => ({ 'If-None-Match': value }));
    for (const method of ['GET', 'HEAD'])
      for (const answer of await askAgain(operation, known, method)) {
        expect([answer.status, answer.text, etagOf(answer)]).toEqual([304, '', tag]);
        for (const name of ['cache-control', 'vary'])
          expect([name, answer.headers.get(name)]).toEqual([name, whole?.headers.get(name)]);
      }
    const [other] = await askAgain(operation, [{ 'If-None-Match': `"${'0'.repeat(64)}"` }]);
    expect(other?.status).toBe(200);
  });

  test('and every address whose answer anyone may keep has one', () => {
    const keepable = everyOperation.filter((operation) => {
      const headers = resolvedPath([...declarationPath(operation), 'responses', '200', 'headers', 'Cache-Control']);
      return JSON.stringify(describedAt([...headers, 'schema']) ?? '').includes('public');
    });
    expect(keepable.filter((operation) => !conditional.includes(operation)).map(({ id }) => id)).toEqual([]);
    expect(keepable.length).toBeGreaterThan(0);
  });
});
