import { describe, expect, test } from '@jest/globals';
import { noBrowser, type AuditResult, type AuditState, type CheckOpportunity } from '../../preflight/audits/audit.ts';
import { compareAudits } from './comparison.ts';

const empty = (selector: string, issue = 'The heading is empty'): CheckOpportunity => ({
  ...{ check: 'heading-empty', issue, seo_impact: 'Moderate', seo_recommendation: 'Give it a text' },
  elements: [{ selector }],
});
const headings = (opportunities: readonly CheckOpportunity[], state: AuditState = 'issues'): AuditResult[] => [
  { name: 'headings', type: 'seo', state, opportunities },
];
const compare = (now: AuditResult[], before: AuditResult[]) => {
  const { fresh, fixed, unchangedCount, notCompared } = compareAudits(['headings'], now, before);
  return { fresh: fresh.length, fixed: fixed.length, unchanged: unchangedCount, notCompared };
};

test('a finding is known again by its check and its place, whatever is said of it', () => {
  const [now, before] = [headings([empty('h2'), empty('h3', 'In other words')]), headings([empty('h3'), empty('h4')])];
  expect(compare(now, before)).toEqual({ fresh: 1, fixed: 1, unchanged: 1, notCompared: [] });
});

test('each of several alike stands for one', () => {
  const [one, three] = [headings([empty('h2')]), headings([empty('h2'), empty('h2'), empty('h2')])];
  expect(compare(three, one)).toEqual({ fresh: 2, fixed: 0, unchanged: 1, notCompared: [] });
  expect(compare(one, three)).toEqual({ fresh: 0, fixed: 2, unchanged: 1, notCompared: [] });
});

test.each<AuditState>(['not_run', 'failed'])('nothing is said beside an audit that is %s', (state) => {
  const nothing = { fresh: 0, fixed: 0, unchanged: 0, notCompared: ['headings'] };
  expect(compare(headings([empty('h2')]), headings([], state))).toEqual(nothing);
  expect(compare(headings([], state), headings([empty('h2')]))).toEqual(nothing);
});

describe('accessibility, of which contrasts are seen in a browser only', () => {
  const name = 'accessibility' as const;
  const unseen = { check: 'a11y-color-contrast', state: 'not_run' as const };
  const withoutBrowser = { ...unseen, reason: { code: noBrowser, message: '' } };
  const late = { ...unseen, state: 'failed' as const, reason: { code: 'timed_out', message: '' } };
  const audit = (state: AuditState, assistive: AuditState, contrast: object): AuditResult[] => [
    {
      ...{
        name,
        type: 'a11y',
        state,
        checks: [
          { check: 'a11y-assistive', state: assistive },
          { ...unseen, ...contrast },
        ],
      },
      opportunities: assistive === 'issues' ? [empty('button')] : [],
    },
  ];
  const defect = audit('issues', 'issues', withoutBrowser);

  test('is compared where there is none', () => {
    const mended = compareAudits([name], audit('not_run', 'ok', withoutBrowser), defect);
    expect(mended).toMatchObject({ fresh: [], fixed: [{ audit: name }], notCompared: [] });
  });

  test('is not, where a check was not made for another reason, whatever the other check found', () => {
    const nothing = { fresh: [], fixed: [], notCompared: [name] };
    expect(compareAudits([name], audit('failed', 'ok', late), defect)).toMatchObject(nothing);
    expect(compareAudits([name], defect, audit('issues', 'issues', late))).toMatchObject(nothing);
  });
});
