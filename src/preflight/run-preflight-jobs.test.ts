import { afterAll, describe, expect, test } from '@jest/globals';
import { auditOf, openPreflightRuns } from '../testing/preflight-runs.ts';
import { siteCredential } from '../testing/preflight-site.ts';
import { auditNames, type AuditResult } from './audits/audit.ts';
import type { PageFacts } from './run-preflight.ts';

const runs = await openPreflightRuns();
const { hosts, run } = runs;

afterAll(async () => runs[Symbol.asyncDispose]());

describe('a job', () => {
  test('tells of each page and of each audit when it is done, runs those it is asked for, and says what they took', async () => {
    const heard: string[] = [];
    const onPage = (position: number, { state }: PageFacts): Promise<void> =>
      Promise.resolve(void heard.push(`${position} ${state}`));
    const onAudit = (position: number, { name, state }: AuditResult): Promise<void> =>
      Promise.resolve(void heard.push(`${position} ${name} ${state}`));
    const pages = await run(['clean', 'missing'], { audits: ['headings', 'h1-count'] }, { onPage, onAudit });
    expect(heard).toEqual([
      ...['0 read', '0 h1-count ok', '0 headings ok'],
      ...['1 missing', '1 h1-count not_run', '1 headings not_run'],
    ]);
    const [first, second] = pages;
    expect(second?.profiling).toBe(first?.profiling);
    const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    const span = { start_time: moment, end_time: moment };
    const seconds = expect.stringMatching(/^\d+\.\d\d seconds$/);
    const part = { duration: seconds, duration_ms: expect.any(Number), ...span };
    expect(first?.profiling).toEqual({
      total: seconds,
      total_ms: expect.any(Number),
      ...span,
      breakdown: [
        { name: 'dom', ...part },
        { name: 'headings', ...part },
      ],
    });
  });

  test('takes what was found earlier of the same page, and does the rest anew', async () => {
    const digests: (string | null)[] = [];
    const heard: string[] = [];
    const known = { state: 'issues' as const, opportunities: [] };
    const asked: string[] = [];
    const [page, missing] = await run(
      ['clean', 'missing'],
      {},
      {
        earlier: (digest) => {
          asked.push(digest);
          const done = auditNames.map((name) => ({ name, type: 'seo' as const, ...known }));
          return Promise.resolve(done.map((result) => ({ result, job_id: 'one' })));
        },
        onPage: (_, __, digest) => Promise.resolve(void digests.push(digest)),
        onAudit: (position, { name }, from) =>
          Promise.resolve(void (from === null || heard.push(`${position} ${name} ${from}`))),
      },
    );
    expect(digests).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), null]);
    expect(asked).toEqual(digests.slice(0, 1));
    const alone = auditNames.filter((name) => name !== 'metatags' && name !== 'links');
    expect(new Set(heard)).toEqual(new Set(alone.map((name) => `0 ${name} one`)));
    const states = new Map(page?.audits.map(({ name, state }) => [name, state]));
    expect(alone.map((name) => states.get(name))).toEqual(alone.map(() => 'issues'));
    expect([states.get('metatags'), states.get('links')]).toEqual(['ok', 'ok']);
    expect(missing?.audits.map(({ state }) => state)).toEqual(auditNames.map(() => 'not_run'));
  });

  test('measures nothing that it does not do, and tells no secret that was found earlier', async () => {
    const echo = { check: 'heading-empty', issue: 'Bearer canary-4711', seo_impact: 'High' as const };
    const opportunities = [{ ...echo, seo_recommendation: 'canary-4711' }];
    const result = { name: 'headings' as const, type: 'seo' as const, state: 'issues' as const, opportunities };
    const credential = { ...siteCredential, origins: [hosts.site.origin] };
    const [page] = await run(
      ['clean'],
      { audits: ['headings', 'metatags'], credential },
      { earlier: () => Promise.resolve([{ result, job_id: 'one' }]) },
    );
    expect(auditOf(page, 'headings').opportunities).toMatchObject([{ issue: 'Bearer …', seo_recommendation: '…' }]);
    expect(page?.profiling.breakdown.map(({ name }) => name)).toEqual(['metatags']);
  });

  test('ends with the reason of whoever ends it', async () => {
    const canceling = new AbortController();
    const onAudit = (): Promise<void> => Promise.resolve(canceling.abort(new Error('canceled')));
    const audits = ['h1-count', 'headings'] as const;
    await expect(run(['clean'], { audits }, { signal: canceling.signal, onAudit })).rejects.toThrow('canceled');
  });
});
