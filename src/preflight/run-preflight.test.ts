import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { watchDials } from '../testing/loopback-hosts.ts';
import { auditOf, openPreflightRuns } from '../testing/preflight-runs.ts';
import { siteCredential } from '../testing/preflight-site.ts';
import { auditNames, type AuditResult, type Opportunity, type Suggestion } from './audits/audit.ts';
import { AxeTimedOut, type AxeFindings, type AxeRunner } from './audits/axe-runner.ts';
import { jsdomAxe } from './audits/jsdom-axe.ts';
import type { PageReport } from './run-preflight.ts';

type Told = string | readonly string[];
const expected = JSON.parse(
  readFileSync(join(import.meta.dirname, '../testing/preflight-site/expected.json'), 'utf8'),
) as Readonly<Record<string, string | Readonly<Record<string, Told>>>>;

const runs = await openPreflightRuns();
const { hosts, http, run, failures } = runs;

afterAll(async () => runs[Symbol.asyncDispose]());

const general = (text: string): string =>
  text
    .replaceAll(hosts.site.origin.replace('http', 'https'), '{secure}')
    .replaceAll(hosts.site.origin, '{site}')
    .replaceAll(hosts.external.origin, '{external}');
const places = (elements: readonly { readonly selector: string }[] = []): string =>
  elements.length === 0 ? '' : ` at ${elements.map(({ selector }) => selector).join(', ')}`;

function told(opportunity: Opportunity): readonly string[] {
  if ('tag_name' in opportunity) return [`${opportunity.tag_name}: ${opportunity.issue}`];
  if ('issue_count' in opportunity)
    return opportunity.issue.map(({ url, issue, elements }) =>
      general(`${opportunity.check} ${url} ${issue}${places(elements)}`),
    );
  if ('html_with_issues' in opportunity) {
    const [{ target_selector: selector } = { target_selector: '' }] = opportunity.html_with_issues;
    return [`${opportunity.check} ${opportunity.type}${selector.startsWith('#') ? ` at ${selector}` : ''}`];
  }
  return [`${opportunity.check}${places(opportunity.elements)}`];
}

function summaryOf({ state, reason, opportunities }: AuditResult): Told {
  if (opportunities.length > 0) return opportunities.flatMap(told);
  return reason === undefined ? state : `${state} ${reason.code}`;
}

describe('a site with every defect', () => {
  const names = Object.keys(expected);
  let pages: readonly PageReport[];
  beforeAll(async () => {
    pages = await run(names);
  });

  test.each(names.map((name, index) => [name, index] as const))('%s is judged as expected', (name, index) => {
    const page = pages[index];
    const expectation = expected[name] ?? {};
    if (typeof expectation === 'string') {
      expect(page?.state).toBe(expectation);
      expect(page?.audits.map(summaryOf)).toEqual(auditNames.map(() => `not_run page_${expectation}`));
      return;
    }
    expect(page).toMatchObject({ page_url: `${hosts.site.origin}/${name}`, state: 'read', status: 200 });
    const summaries = Object.fromEntries(page?.audits.map((audit) => [audit.name, summaryOf(audit)]) ?? []);
    expect(summaries).toMatchObject(expectation);
  });
});

describe('a finding', () => {
  test('says what is wrong, where, how much it matters and what to do, in the fields of its kind', async () => {
    const pages = await run(['metatags', 'links', 'readability', 'accessibility']);
    const [metatag, link, text, rule] = ['metatags', 'links', 'readability', 'accessibility'].map(
      (name, index) => auditOf(pages[index], name).opportunities[0],
    );
    expect(metatag).toEqual({
      tag_name: 'title',
      issue: 'The title is longer than is ideal',
      issue_details: 'It has 67 characters',
      seo_impact: 'Low',
      seo_recommendation: 'Write 40 to 60 characters',
      tag_content: 'A title that is somewhat longer than is ideal for a list of results',
      elements: [
        {
          selector: 'head > title',
          text_content: 'A title that is somewhat longer than is ideal for a list of results',
        },
      ],
    });
    expect(link).toMatchObject({ check: 'broken-internal-links', issue_count: 4 });
    expect(link).toHaveProperty('issue.1', {
      url: `${hosts.site.origin}/status/500`,
      issue: 'Status 500',
      seo_impact: 'High',
      seo_recommendation: 'Mend or remove the link: nothing is served there',
      elements: [{ selector: 'body > p > a:nth-of-type(3)', text_content: 'broken' }],
    });
    expect(text).toMatchObject({ check: 'poor-readability', language: 'en', flesch_reading_ease: expect.any(Number) });
    expect(text).not.toHaveProperty('suggestion_status');
    expect(rule).toEqual({
      check: 'a11y-assistive',
      type: 'aria-allowed-attr',
      description: expect.any(String),
      severity: 'critical',
      occurrences: 1,
      wcag_level: 'A',
      wcag_rule: '4.1.2',
      understanding_url: 'https://www.w3.org/WAI/WCAG22/Understanding/name-role-value.html',
      failure_summary: expect.stringContaining('aria-checked'),
      html_with_issues: [
        { target_selector: '#allowed', update_from: '<p id="allowed" aria-checked="true">aria-allowed-attr</p>' },
      ],
    });
  });

  test('is one of at most a hundred that are listed, and the count is told', async () => {
    const [page] = await run(['many']);
    const { opportunities, reason } = auditOf(page, 'headings');
    expect(opportunities).toHaveLength(100);
    expect(reason).toEqual({ code: 'truncated', message: 'Of 150 findings the first 100 are listed.' });
  });
});

describe('the step suggest', () => {
  const suggestions = ({ opportunities }: AuditResult): readonly (string | undefined)[] => {
    const found: readonly Partial<Suggestion>[] = opportunities.flatMap((one): readonly Partial<Suggestion>[] =>
      'issue_count' in one ? one.issue : 'html_with_issues' in one ? [] : [one],
    );
    return found.map(({ ai_suggestion: text }) => text && general(text));
  };

  test('adds what can be proposed from the pages themselves', async () => {
    const step = 'suggest' as const;
    const [metatags, links, placeholder, readability] = await run(['metatags', 'links', 'placeholder', 'readability'], {
      step,
    });
    expect(suggestions(auditOf(metatags, 'metatags'))).toEqual([
      'A title that is somewhat longer than is ideal for a list of',
      'This paragraph says what the page is about, in words that would do well as its description, since it is long enough for that purpose and a little more.',
      'An H1 that is only a little longer than what would be ideal for a',
    ]);
    expect(suggestions(auditOf(links, 'links')).slice(0, 3)).toEqual([
      '{site}/metatags',
      '{site}/status/200',
      undefined,
    ]);
    const [, tooLong, empty] = auditOf(placeholder, 'headings').opportunities;
    expect(tooLong).toMatchObject({ ai_suggestion: 'Second, which goes on and on until it has more letters than any' });
    expect(tooLong).not.toHaveProperty('suggestion');
    expect(empty).toMatchObject({ check: 'heading-empty', suggestion: expect.any(String) });
    expect(auditOf(readability, 'readability').opportunities[0]).toMatchObject({
      suggestion_status: 'completed',
      ai_suggestion: expect.stringContaining('inadequacies. Interdepartmental'),
      readability_improvement: expect.any(Number),
    });
    expect(readability?.profiling.breakdown.map(({ name }) => name)).toContain('readability-suggestions');
  });

  test('loses suggestions, and no finding, with a suggester that fails', async () => {
    const failing = { suggest: () => Promise.reject(new Error('no model today')) };
    const [page] = await run(['readability'], { step: 'suggest', audits: ['readability'] }, { suggester: failing });
    const { opportunities } = auditOf(page, 'readability');
    expect(opportunities).toHaveLength(6);
    expect(opportunities[0]).toMatchObject({ suggestion_status: 'excluded', exclusion_reason: 'no_suggestion' });
    expect(String(failures.at(-1))).toContain('no model today');
  });
});

describe('what is not known is not clean', () => {
  const axe = (found: Partial<AxeFindings>): AxeRunner => ({
    run: () => Promise.resolve({ violations: [], incomplete: [], ...found }),
  });
  const rule = { id: 'button-name', impact: null, tags: [], help: 'help', nodes: [] };
  const contrast = { check: 'a11y-color-contrast', state: 'not_run', reason: { code: 'no_browser' } };

  test.each([
    ['a browser that finds nothing', { layoutAxe: axe({}) }, 'ok', [{ state: 'ok' }, { state: 'ok' }]],
    ['no browser', {}, 'not_run', [{ state: 'ok' }, contrast]],
    [
      'a rule that axe-core cannot decide',
      { layoutAxe: axe({ incomplete: [rule] }) },
      'not_run',
      [{ state: 'ok' }, { state: 'not_run', reason: { code: 'undecided' } }],
    ],
    [
      'a check that breaks down',
      { layoutAxe: { run: () => Promise.reject(new Error('crashed at /srv/secret')) } },
      'failed',
      [{ state: 'ok' }, { state: 'failed', reason: { code: 'internal' } }],
    ],
    [
      'a page that takes too long',
      { layoutAxe: { run: () => Promise.reject(new AxeTimedOut(10_000)) } },
      'failed',
      [
        { state: 'ok' },
        { state: 'failed', reason: { code: 'timed_out', message: 'It takes longer than 10 s to look at.' } },
      ],
    ],
    [
      'a finding beside what is undecided',
      { layoutAxe: axe({ violations: [rule], incomplete: [rule] }) },
      'issues',
      [{ state: 'ok' }, { state: 'issues', reason: { code: 'undecided' } }],
    ],
  ])('with %s', async (_, tools, state, checks) => {
    const [page] = await run(['clean'], { audits: ['accessibility'] }, { axe: axe({}), ...tools });
    expect(auditOf(page, 'accessibility')).toMatchObject({ state, checks });
    expect(JSON.stringify(page)).not.toContain('secret');
  });

  test.each(['vast', 'styled'])('of a page that is %s, accessibility is not looked at', async (name) => {
    const [page] = await run([name], { audits: ['accessibility'] }, { axe: axe({}), layoutAxe: axe({}) });
    expect(auditOf(page, 'accessibility')).toMatchObject({ state: 'not_run', reason: { code: 'page_too_complex' } });
  });

  test('an audit that breaks down is told, and its neighbours are run', async () => {
    const prober = { ...http, ask: () => Promise.reject(new Error('broken at /srv/secret')) };
    const [page] = await run(['links', 'clean'], { audits: ['links', 'headings'] }, { linkHttp: prober });
    expect(page?.audits).toMatchObject([{ state: 'failed', reason: { code: 'internal' } }, { state: 'ok' }]);
    expect(JSON.stringify(page)).not.toContain('secret');
    expect(String(failures.at(-1))).toContain('broken');
  });
});

describe('a page', () => {
  test('that does not answer in time says so', async () => {
    const [page] = await run(['silent'], { audits: ['links'] }, { limits: { timeoutMs: 50 } });
    expect(page).toMatchObject({
      state: 'timed_out',
      audits: [{ state: 'not_run', reason: { code: 'page_timed_out' } }],
    });
  });

  test('runs no script and loads nothing while it is audited', async () => {
    using dials = watchDials();
    const audits = auditNames.filter((name) => name !== 'links');
    // In this thread, which is the one that is watched.
    const [page] = await run(['loading'], { audits }, { axe: jsdomAxe });
    expect(summaryOf(auditOf(page, 'accessibility'))).toEqual(['a11y-assistive button-name at #unnamed']);
    expect(dials.dialled.filter((address) => !address.startsWith('127.0.0.2'))).toEqual([]);
  });

  test('is read in the encoding that it names', async () => {
    const [page] = await run(['latin1'], { audits: ['metatags'] });
    expect(auditOf(page, 'metatags').opportunities[0]).toMatchObject({ tag_content: 'Üä' });
  });

  test('behind a credential is read with it; no link is, and nothing tells it', async () => {
    const credential = { ...siteCredential, origins: [hosts.site.origin] };
    const before = hosts.site.requests.length;
    const heard: string[] = [];
    const onAudit = (_: number, audit: AuditResult): Promise<void> =>
      Promise.resolve(void heard.push(JSON.stringify(audit)));
    const pages = await run(['protected', 'links', 'echoes'], { credential, step: 'suggest' }, { onAudit });
    const [page, , echo] = pages;
    expect(page).toMatchObject({ state: 'read', status: 200 });
    expect(auditOf(page, 'links').state).toBe('ok');
    const sent = hosts.site.requests.slice(before).filter(({ headers }) => headers.authorization !== undefined);
    expect(sent.map(({ url }) => url).sort()).toEqual(['/clean?canary-4711', '/echoes', '/links', '/protected']);
    expect(hosts.external.requests.some(({ headers }) => headers.authorization !== undefined)).toBe(false);
    expect(echo).toMatchObject({ state: 'redirected', final_url: `${hosts.site.origin}/clean?…` });
    expect(JSON.stringify([pages, heard])).toContain('Bearer …');
    expect(JSON.stringify([pages, heard])).not.toContain('canary');
  });
});
