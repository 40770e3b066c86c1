import { describe, expect, test } from '@jest/globals';
import { accessibility } from './audits/accessibility.ts';
import { noBrowser, type AuditResult, type AuditState, type CheckState } from './audits/audit.ts';
import { jsdomAxe } from './audits/jsdom-axe.ts';
import { headings } from './audits/headings.ts';
import { links } from './audits/links.ts';
import { metatags } from './audits/metatags.ts';
import { pageDigest, reusableFor } from './earlier-audits.ts';

const page = { url: 'https://www.example.org/a', html: '<h1>Roses</h1>' };
const context = { step: 'identify', layoutAxe: undefined } as const;

describe('the digest of a page', () => {
  test('is the same for the same page', () => {
    expect(pageDigest({ ...page }, { ...context })).toBe(pageDigest(page, context));
  });

  test.each([
    ['another byte', pageDigest({ ...page, html: '<h1>roses</h1>' }, context)],
    ['half a character', pageDigest({ ...page, html: `${page.html}\ud800` }, context)],
    ['another address', pageDigest({ ...page, url: 'https://www.example.org/b' }, context)],
    ['another step', pageDigest(page, { ...context, step: 'suggest' })],
    ['a browser', pageDigest(page, { ...context, layoutAxe: jsdomAxe })],
    ['other rules', pageDigest(page, context, 'those of tomorrow')],
  ])('is another with %s', (_, digest) => {
    expect(digest).not.toBe(pageDigest(page, context));
  });

  test('knows one half of a character from another', () => {
    const digests = ['\ud800', '\udbff'].map((html) => pageDigest({ ...page, html }, context));
    expect(new Set(digests).size).toBe(2);
  });
});

describe('an earlier audit', () => {
  const earlier = (name: AuditResult['name'], more: Partial<AuditResult>) => [
    { job_id: 'one', result: { name, type: 'seo' as const, state: 'ok' as const, opportunities: [], ...more } },
  ];
  const isReused = (checks: readonly CheckState[], state: AuditState): boolean =>
    reusableFor(accessibility, earlier('accessibility', { state, checks })) !== undefined;
  const because = (code: string) => ({ reason: { code, message: '' } });
  const contrast = { check: 'a11y-color-contrast', state: 'not_run' as const, ...because(noBrowser) };

  test.each([
    ['ok', true],
    ['issues', true],
    ['not_run', false],
    ['failed', false],
  ] as const)('that is %s is reused: %s', (state, is) => {
    expect(reusableFor(headings, earlier('headings', { state })) !== undefined).toBe(is);
  });

  test('is reused for the same audit, and for none that depends on more than the page', () => {
    expect(reusableFor(headings, earlier('h1-count', {}))).toBeUndefined();
    expect(reusableFor(links, earlier('links', {}))).toBeUndefined();
    expect(reusableFor(metatags, earlier('metatags', {}))).toBeUndefined();
  });

  test.each<[string, AuditState, CheckState, boolean]>([
    ['found nothing', 'not_run', { check: 'a', state: 'ok' }, true],
    ['found something', 'issues', { check: 'a', state: 'issues', ...because('undecided') }, true],
    ['could not decide', 'not_run', { check: 'a', state: 'not_run', ...because('undecided') }, false],
    ['broke down', 'failed', { check: 'a', state: 'failed', ...because('internal') }, false],
  ])('one check of which %s, where there is no browser for the other', (_, state, check, is) => {
    expect(isReused([check, contrast], state)).toBe(is);
  });

  test('that found something beside a check that broke down is done anew', () => {
    const failed = { check: 'a', state: 'failed' as const, ...because('timed_out') };
    expect(isReused([failed, { check: 'b', state: 'issues' }], 'issues')).toBe(false);
  });
});
