import { isTag, isText, type ChildNode, type Element } from 'domhandler';
import { describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/api.ts';
import { parsePage } from '../../preflight/audits/page-document.ts';
import { preflightPage } from './preflight-page.ts';
import { auditStates, pageStates } from './preflight-words.ts';
import type { ShownJob } from './shown-job.ts';

type Described = components['schemas'];
type Opportunity = Described['PreflightOpportunity'];

const url = 'https://www.garden.example.org/roses';
const job: Described['PreflightJob'] = {
  job_id: '550e8400-e29b-41d4-a716-446655440000',
  ...{ status: 'completed', verdict: 'pass', step: 'identify', site_id: 1, urls: [url], run_id: null, account_id: 1 },
  ...{ authentication_required: false, reuse: true, attempt: 1, progress: { audits_done: 9, audits_total: 9 } },
  ...{ created_at: '2026-11-22T10:00:00Z', updated_at: '2026-11-22T10:01:05Z', started_at: '2026-11-22T10:00:01Z' },
  ...{ ended_at: '2026-11-22T10:01:05Z', record_expires_at: '2026-11-29T10:00:00Z', result: [], result_type: 'inline' },
};
const origin = { site_name: 'Garden', base_url: 'https://www.garden.example.org', begun_by: 'Ada' };

const pageOf = (audits: Described['PreflightAudit'][], more: Partial<Described['PreflightPage']> = {}) => ({
  ...{
    page_url: url,
    step: 'identify' as const,
    state: 'read' as const,
    status: 200,
    final_url: null,
    audits,
    ...more,
  },
});
const audit = (opportunities: Opportunity[], more: Partial<Described['PreflightAudit']> = {}) => ({
  ...{ name: 'headings' as const, type: 'seo' as const, state: 'issues' as const, reused_from_job_id: null },
  ...{ checks: [], opportunities, ...more },
});
const finding = (more: Partial<Opportunity>): Opportunity => ({
  issues: [],
  elements: [],
  html_with_issues: [],
  ...more,
});

const textIn = (node: ChildNode): string =>
  isText(node) ? node.data : isTag(node) ? node.children.map(textIn).join('') : '';

/** A page as a browser takes it. */
function parsed(text: string) {
  const page = parsePage(text);
  const withId = (id: string) => page.elements.find(({ attribs }) => attribs['id'] === id);
  const body = page.named('body').flatMap(({ children }) => children);
  const isRead = (node: ChildNode): boolean => !isTag(node) || node.name !== 'script';
  const hrefs = page.named('a').map(({ attribs }) => attribs['href'] ?? '');
  return { ...page, text, withId, hrefs, words: body.filter(isRead).map(textIn).join('').replace(/\s+/g, ' ') };
}

function draw(more: Partial<Described['PreflightJob']> = {}, shown: Partial<ShownJob> = {}, mayCancel = false) {
  const whole = { origin, comparison: undefined, ...shown, job: { ...job, ...more } };
  return parsed(preflightPage({ domain: 'default', region: 'regional' }, whole, { mayCancel }).text);
}
const told = (element: Element | undefined): string => (element === undefined ? '' : textIn(element).trim());

describe('the state of the job', () => {
  test.each<[string, Partial<Described['PreflightJob']>]>([
    ['Waiting to be begun', { status: 'in_progress', verdict: null, started_at: null, ended_at: null }],
    ['In progress', { status: 'in_progress', verdict: null, ended_at: null }],
    ['Completed: passed, there is nothing to mend', {}],
    ['Completed: failed, there is something to mend', { verdict: 'fail' }],
    ['Completed: incomplete, not everything was looked at', { verdict: 'incomplete' }],
    ['Canceled', { status: 'canceled', verdict: null }],
    [
      'Failed: The token is used up. (needs_reauthentication)',
      {
        ...{ status: 'failed', verdict: null },
        error: { code: 'needs_reauthentication', message: 'The token is used up.' },
      },
    ],
  ])('is said: %s', (words, more) => {
    const drawn = draw(more);
    expect(told(drawn.withId('status'))).toBe(words);
    const isLive = more.status === 'in_progress';
    expect('data-live' in (drawn.named('main')[0]?.attribs ?? {})).toBe(isLive);
    expect(drawn.text.includes('http-equiv="refresh"')).toBe(isLive);
  });

  test('with who began it, when, how long it took, how far it is and what it is for', () => {
    const { words, withId, hrefs } = draw({ run_id: 12, attempt: 2, progress: { audits_done: 4, audits_total: 9 } });
    for (const part of ['Begun byAda', 'Took1 min 5 s', 'Attempt2', 'Accepted2026-11-22 10:00:00 UTC', '4 of 9'])
      expect(words).toContain(part);
    expect(withId('progress')?.attribs).toMatchObject({ value: '4', max: '9' });
    expect(hrefs).toContain('/api/v1/runs/12/explain');
  });

  test('with a button that ends it, for whoever may, while it is in progress', () => {
    const open = { status: 'in_progress' as const, verdict: null, ended_at: null };
    const button = draw(open, {}, true).withId('cancel');
    expect(button?.attribs['data-address']).toBe(`/api/v1/preflight/jobs/${job.job_id}/cancel`);
    for (const drawn of [draw(open), draw({}, {}, true)]) expect(drawn.withId('cancel')).toBeUndefined();
  });
});

describe('each page', () => {
  test.each(Object.entries(pageStates))('that is %s says so', (state, words) => {
    const result = [pageOf([], { state: state as keyof typeof pageStates, status: null })];
    const count = state === 'read' ? 'Findings: 0. ' : '';
    expect(draw({ result }).words).toContain(`${url} ${words}. ${count}For programs:`);
  });

  test('says what it answered with and where redirects led', () => {
    const result = [pageOf([], { state: 'redirected', status: 302, final_url: 'https://www.garden.example.org/en' })];
    expect(draw({ result }).words).toContain(
      'it redirects (status 302). Redirected to https://www.garden.example.org/en.',
    );
  });

  test('of several stands in the overview with what came of it', () => {
    const urls = [url, `${url}/red`, `${url}/white`];
    const result = [pageOf([audit([finding({}), finding({})])]), pageOf([], { state: 'missing', status: 404 })];
    const rows = draw({ urls, result })
      .named('tr')
      .map((row) => told(row).replace(/\s+/g, ' '));
    expect(rows.slice(1, 4)).toEqual([
      `${url} Read 2`,
      `${url}/red Not read: it is missing –`,
      `${url}/white Not looked at –`,
    ]);
  });

  test('that was not looked at is there all the same', () => {
    const urls = [url, `${url}/red/`];
    const [open, ended] = [
      draw({ urls, result: [pageOf([])], status: 'in_progress', verdict: null, ended_at: null }),
      draw({ urls, result: [pageOf([])], status: 'canceled', verdict: null }),
    ];
    expect(open.words).toContain('Not looked at yet.');
    expect(ended.words).not.toContain('Not looked at yet');
    expect(open.hrefs).toContain('#page-1');
    expect(open.withId('page-1')).toBeDefined();
  });

  test('is set beside how it was found before', () => {
    const [before, findings] = ['0b9cbe5c-4a3e-4d2e-9a63-6f1f1f0f3a11', { new: [], fixed: [] }];
    const counts = { new_count: 1, fixed_count: 2, unchanged_count: 3, not_compared: ['links' as const], ...findings };
    const pages = [{ page_url: url, previous_job_id: before, ...counts }];
    const { words, hrefs } = draw({}, { comparison: { job_id: job.job_id, pages } });
    expect(words).toContain('1 new, 2 fixed, 3 unchanged. Not compared: links.');
    expect(hrefs).toContain(`/default/preflight/${before}`);
    expect(hrefs).toContain(`/api/v1/preflight/jobs/${job.job_id}/comparison`);
    const none = { job_id: job.job_id, pages: [{ ...pages[0], page_url: url, ...counts, previous_job_id: null }] };
    expect(draw({}, { comparison: none }).words).toContain('No earlier preflight had this page.');
  });
});

describe('each audit', () => {
  test.each(Object.entries(auditStates))('that is %s says so, with why', (state, words) => {
    const stated = {
      state: state as keyof typeof auditStates,
      reason: { code: 'no_text', message: 'There is no text.' },
      checks: [{ check: 'a11y-assistive', state: 'ok' as const }],
    };
    const [row] = draw({ result: [pageOf([audit([], stated)])] })
      .named('tr')
      .slice(1);
    const cells = row?.children.filter(isTag).map(told);
    const count = ['ok', 'issues'].includes(state) ? '0' : '–';
    expect(cells).toEqual(['headings', words, count, 'There is no text. (no_text)a11y-assistive: Nothing to mend.']);
  });

  test('tells from where it was taken over', () => {
    const reused_from_job_id = '0b9cbe5c-4a3e-4d2e-9a63-6f1f1f0f3a11';
    const { words, hrefs } = draw({ result: [pageOf([audit([]), audit([], { reused_from_job_id })])] });
    expect(words.split('Taken over from an earlier preflight.')).toHaveLength(2);
    expect(hrefs.filter((href) => href.endsWith(`/preflight/${reused_from_job_id}`))).toHaveLength(1);
  });

  test('lists what it found, with what to do and where', () => {
    const elements = [{ selector: 'main > h2', text_content: 'Roses' }];
    const found = audit([
      finding({
        ...{ check: 'heading-empty', issue: 'The heading is empty', seo_impact: 'High', elements },
        ...{ seo_recommendation: 'Give it a text', suggestion: 'Roses', ai_rationale: 'It is about roses' },
      }),
    ]);
    const { words, withId } = draw({ result: [pageOf([found])] });
    for (const part of ['headings: 1 finding', 'The heading is empty heading-empty', 'SEO impactHigh'])
      expect(words).toContain(part);
    for (const part of ['What to doGive it a text', 'SuggestionRoses', 'WhyIt is about roses', '1 element'])
      expect(words).toContain(part);
    expect(told(withId('page-0-headings-0'))).toMatch(/^1 element\s+main > h2Roses$/);
  });

  test('of links tells the state of each, and how many more there are', () => {
    const link = { issue: 'Status 404', seo_impact: 'High' as const, seo_recommendation: 'Mend it', elements: [] };
    const issues = ['https://a.example/x', 'javascript:alert(1)', '/relative'].map((each) => ({ ...link, url: each }));
    const found = audit([finding({ check: 'broken-internal-links', issues, issue_count: 5 })], { name: 'links' });
    const { words, hrefs } = draw({ result: [pageOf([found])] });
    expect(words).toContain('links: 5 findings');
    expect(words).toContain('StateStatus 404');
    expect(words).toContain('Not listed here: 2 findings more.');
    expect(hrefs).toContain('https://a.example/x');
    expect(hrefs.filter((href) => !/^(https?:|\/(?!relative))/.test(href))).toEqual([]);
    expect(words).toContain('javascript:alert(1)');
  });

  test('of accessibility shows the markup that breaks the rule, as text', () => {
    const html_with_issues = [{ target_selector: 'img.rose', update_from: '<img class="rose" onerror="alert(1)">' }];
    const rule = { wcag_rule: '1.1.1 Non-text Content', wcag_level: 'A', understanding_url: 'https://www.w3.org/WAI' };
    const facts = { type: 'image-alt', description: 'Images need a text', severity: 'critical', occurrences: 3 };
    const found = audit([finding({ check: 'a11y-assistive', ...facts, ...rule, html_with_issues })]);
    const { words, named } = draw({ result: [pageOf([found])] });
    for (const part of ['Images need a text image-alt', 'Severitycritical', '3 elements', '1.1.1 Non-text Content (A)'])
      expect(words).toContain(part);
    expect(named('pre').map(told)).toEqual([html_with_issues[0]?.update_from]);
    expect(named('img')).toEqual([]);
  });
});

test('nothing of a page is markup, and every link out of here tells nothing of here', () => {
  const hostile = `"'><img src=x onerror=alert(1)><script>alert(2)</script>&amp;`;
  const said = {
    issue: hostile,
    seo_recommendation: hostile,
    tag_content: hostile,
    url: `https://a.example/${hostile}`,
  };
  const element = { selector: hostile, text_content: hostile };
  const reason = { code: 'no_text', message: hostile };
  const audits = [audit([finding({ check: 'heading-empty', ...said, elements: [element] })], { reason })];
  const { named, words } = draw(
    {
      ...{ status: 'failed', verdict: null, error: { code: 'timed_out', message: hostile } },
      result: [pageOf(audits, { final_url: hostile })],
    },
    { origin: { site_name: hostile, base_url: hostile, begun_by: hostile } },
  );
  expect([named('img').length, named('script').length]).toEqual([0, 1]);
  expect(words.split('<script>alert(2)</script>&amp;').length).toBeGreaterThan(8);
  const outward = named('a').filter(({ attribs }) => /^https?:/.test(attribs['href'] ?? ''));
  expect(outward.length).toBeGreaterThan(1);
  expect(new Set(outward.map(({ attribs }) => attribs['rel']))).toEqual(new Set(['noreferrer noopener']));
});

test('whatever was found, a browser can take the page, and it says how much is left out', () => {
  const loud = '&'.repeat(10_000);
  const elements = Array.from({ length: 100 }, () => ({ selector: loud, text_content: loud }));
  const one = finding({ check: 'heading-empty', issue: loud, issue_details: loud, suggestion: loud, elements });
  const reason = { code: 'truncated', message: loud };
  const names = ['body-size', 'lorem-ipsum', 'h1-count', 'canonical', 'metatags', 'links', 'headings', 'readability'];
  const audits = [...names, 'accessibility'].map((name) =>
    audit(Array<Opportunity>(100).fill(one), { name: name as Described['AuditName'], reason }),
  );
  const urls = Array.from({ length: 50 }, (_, index) => `https://www.garden.example.org/?${'&'.repeat(2_000)}${index}`);
  const result = urls.map((page_url) => pageOf(audits, { page_url, final_url: `https://a.example/?${loud}` }));
  const { text } = preflightPage(
    { domain: 'default', region: 'regional' },
    { origin, comparison: undefined, job: { ...job, urls, result } },
    { mayCancel: false },
  );
  expect(text.length).toBeLessThan(4_000_000);
  expect(text).toContain('Not listed here: 100 findings more.');
  expect(text).toContain('and 80 more');
});

test('headings go in order, tables name their columns and rows, and no id stands twice', () => {
  const found = audit([finding({ check: 'heading-empty', issue: 'Empty', elements: [{ selector: 'h2' }] })]);
  const profiling = {
    ...{ total: '2.80 seconds', total_ms: 2800, started_at: job.created_at, ended_at: job.created_at },
    breakdown: [
      { name: 'dom', duration: '0.10 seconds', duration_ms: 100, started_at: job.created_at, ended_at: job.created_at },
    ],
  };
  const urls = [url, `${url}/red`];
  const result = urls.map((page_url) => pageOf([found], { page_url }));
  const { elements, named, words } = draw({ urls, result, profiling });
  const levels = named('h1', 'h2', 'h3', 'h4').map(({ name }) => Number(name.slice(1)));
  expect(levels.every((level, index) => level - (levels[index - 1] ?? 0) <= 1)).toBe(true);
  expect(named('th').filter(({ attribs }) => attribs['scope'] === undefined)).toEqual([]);
  const ids = elements.flatMap(({ attribs }) => attribs['id'] ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(words).toContain('2.80 seconds altogether');
  expect(told(named('title')[0])).toBe(
    'Completed: passed, there is nothing to mend: preflight of Garden · default · SPCI',
  );
});

test('in the global region every link of ours stays there', () => {
  const place = { domain: 'default', region: 'global' } as const;
  const { text } = preflightPage(place, { origin, comparison: undefined, job }, { mayCancel: false });
  const own = parsed(text).hrefs.filter((href) => /^\/(?!docs)/.test(href));
  expect(own).toEqual(['/default/graph?global=true', `/api/v1/preflight/jobs/${job.job_id}?global=true`]);
  expect(text).toContain('data-sign-in="/default/sign-in?global=true"');
});
