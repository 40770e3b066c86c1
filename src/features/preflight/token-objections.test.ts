import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operations } from '../../../generated/operations.ts';
import { openPreflightInstallation, type PreflightInstallation } from '../../testing/preflight-installation.ts';
import { performJob } from './job-execution.ts';
import { tokenOwner } from './job-tokens.ts';

let one: PreflightInstallation;
beforeAll(async () => {
  one = await openPreflightInstallation();
});
afterAll(async () => one[Symbol.asyncDispose]());

type SiteChange = Partial<{ authoring_type: 'cs' | 'sharepoint' | null; preview_auth: 'auto' | 'none' }>;
const changeSite = (change: SiteChange) =>
  one.context.db.updateTable('sites').set(change).where('id', '=', one.siteId).execute();
beforeEach(async () => {
  delete one.instead.issuer;
  await changeSite({ authoring_type: 'cs', preview_auth: 'auto' });
});

const root = join(import.meta.dirname, '../../..');
const sources = globSync('src/**/*.ts', { cwd: root })
  .filter((path) => !path.endsWith('.test.ts') && !path.startsWith('src/testing/'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
const filesWith = (pattern: RegExp): readonly string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

/** Begun with a token that was brought, and with one that was minted. */
const begunBothWays = async (paths?: readonly string[]): Promise<readonly string[]> => {
  const more = paths === undefined ? {} : { paths };
  return [await one.begin({ header: await one.mint(), ...more }), await one.begin(more)];
};

async function sealedTextOf(id: string): Promise<string> {
  const row = await one.row(id);
  const opened = one.context.sealing.open(row.sealed_token ?? '', tokenOwner({ ...row, purpose: 'preflight' }));
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  return opened.text;
}

describe('what reviewers asked of a promise token that a client brings', () => {
  test('one path: jobs are begun at one address, and no address names a version but the first part', () => {
    const begin = Object.values(operations).filter(
      ({ method, path, slice }) => slice === 'preflight' && method === 'POST' && !path.includes('{job_id}'),
    );
    expect(begin.map(({ path }) => path)).toEqual(['/api/v1/preflight/jobs']);
    const paths = Object.values(operations).map(({ path }) => path.replace(/^\/api\/v1/, ''));
    expect(paths.filter((path) => /[/_-](v\d+|beta)\b/.test(path) && path.includes('preflight'))).toEqual([]);
  });

  test('one flow: one function reads the header and mints, for whatever needs a token', () => {
    const resolver = 'src/preflight/promise/promise-token-for.ts';
    expect(filesWith(/import\b.*\busablePromiseToken\b/)).toEqual([resolver]);
    expect(filesWith(/\bissuer\.mint\(/i)).toEqual([resolver]);
    const inSlice = (name: string): string => `src/features/preflight/${name}.ts`;
    expect(filesWith(/\bpromiseTokenFor\(/).toSorted()).toEqual([inSlice('job-tokens'), resolver]);
    expect(filesWith(/\bawait keptTokenFor\(/).toSorted()).toEqual([inSlice('fix-creation'), inSlice('job-creation')]);
    const reading = filesWith(/headers\[['"]x-promise-token['"]\]/i);
    expect(reading.filter((path) => !/^src\/features\/\w+\/operations\//.test(path))).toEqual([]);
    expect(reading).toContain('src/features/preflight/operations/create-preflight-job.ts');
  });

  test('same shape: what is kept of a token does not tell where it came from', async () => {
    const kept = await Promise.all((await begunBothWays()).map(sealedTextOf));
    for (const text of kept)
      expect(JSON.parse(text)).toEqual({
        promise_token: expect.stringMatching(/^spcp_/),
        token_type: 'promise_token',
        expires_at_ms: expect.any(Number),
      });
  });

  test('same sealing: whoever works on the job reads either, and neither lies open', async () => {
    for (const id of await begunBothWays(['/members/sealed'])) {
      expect((await one.row(id)).sealed_token).toMatch(new RegExp(`^v1\\.${one.sealingKey.kid}\\.`));
      await performJob(one.context, id, new AbortController().signal);
      expect(await one.row(id)).toMatchObject({ status: 'completed', sealed_token: null });
    }
    const sent = one.host.requests.filter(({ url, method }) => url === '/members/sealed' && method === 'GET');
    const credential = expect.stringMatching(/^token spca_/);
    expect(sent.map(({ headers }) => headers.authorization)).toEqual([credential, credential]);
  });

  test.each<[string, SiteChange]>([
    ['sites of another authoring type', { authoring_type: 'sharepoint' }],
    ['sites that name none', { authoring_type: null }],
    ['sites whose pages need no credential', { preview_auth: 'none' }],
  ])('no token where it is of no use: %s', async (_, change) => {
    await changeSite(change);
    const asked: string[] = [];
    const ask = (what: string) => () => {
      asked.push(what);
      return Promise.resolve({ kind: 'unavailable', why: 'no_answer' } as const);
    };
    one.instead.issuer = { mint: ask('mint'), introspect: ask('introspect'), exchange: ask('exchange') };
    for (const header of [undefined, 'unknown']) {
      const id = await one.begin({ paths: ['/open'], via: 'other', ...(header === undefined ? {} : { header }) });
      await performJob(one.context, id, new AbortController().signal);
      expect(await one.row(id)).toMatchObject({ status: 'completed', authentication_required: false });
    }
    expect(asked).toEqual([]);
  });

  test('no token where it is of no use: pages that turn out to be open keep none, and what was minted ends', async () => {
    const ids = await begunBothWays(['/open']);
    for (const id of ids)
      expect(await one.row(id)).toMatchObject({ authentication_required: false, sealed_token: null });
    expect(await one.context.promiseIssuer.introspect(one.minted.at(-1) ?? '')).toEqual({ kind: 'inactive' });
  });
});
