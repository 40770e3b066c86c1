import { isText } from 'domhandler';
import {
  noBrowser,
  type AccessibilityOpportunity,
  type Audit,
  type AuditOutcome,
  type AuditState,
  type CheckState,
  type Page,
  type PageContext,
  type Reason,
} from './audit.ts';
import { AxeTimedOut, type AxeFindings, type AxeRuleResult, type AxeRunner } from './axe-runner.ts';

interface Check {
  readonly name: string;
  readonly rules: readonly string[];
  runner(context: PageContext): AxeRunner | undefined;
}

const checks: readonly Check[] = [
  {
    name: 'a11y-assistive',
    rules: [
      ...['aria-hidden-focus', 'aria-allowed-attr', 'aria-required-attr', 'aria-prohibited-attr', 'aria-roles'],
      ...['aria-valid-attr-value', 'aria-required-parent', 'button-name', 'link-name', 'select-name'],
    ],
    runner: ({ axe }) => axe,
  },
  {
    name: 'a11y-color-contrast',
    rules: ['color-contrast', 'color-contrast-enhanced'],
    runner: ({ layoutAxe }) => layoutAxe,
  },
];

/** Criteria of WCAG that those rules are about, by the number axe-core tags them with. */
const understanding: Readonly<Record<string, string>> = {
  wcag131: 'info-and-relationships',
  wcag143: 'contrast-minimum',
  wcag146: 'contrast-enhanced',
  wcag244: 'link-purpose-in-context',
  wcag412: 'name-role-value',
};

const levels: readonly (readonly [RegExp, string])[] = [
  [/^wcag2\d?aaa$/, 'AAA'],
  [/^wcag2\d?aa$/, 'AA'],
  [/^wcag2\d?a$/, 'A'],
];

const htmlMax = 500;
const nodesMax = 50;

function opportunityOf(check: string, rule: AxeRuleResult): AccessibilityOpportunity {
  const criterion = rule.tags.find((tag) => /^wcag\d{3,}$/.test(tag)) ?? '';
  const [, principle = '', guideline = '', number = ''] = /^wcag(\d)(\d)(\d+)$/.exec(criterion) ?? [];
  const slug = understanding[criterion];
  const nodes = rule.nodes.slice(0, nodesMax);
  return {
    check,
    type: rule.id,
    description: rule.help,
    severity: rule.impact ?? 'moderate',
    occurrences: rule.nodes.length,
    wcag_level: levels.find(([pattern]) => rule.tags.some((tag) => pattern.test(tag)))?.[1] ?? '',
    wcag_rule: criterion === '' ? '' : `${principle}.${guideline}.${number}`,
    understanding_url: slug === undefined ? '' : `https://www.w3.org/WAI/WCAG22/Understanding/${slug}.html`,
    failure_summary: rule.nodes[0]?.failureSummary ?? '',
    html_with_issues: nodes.map(({ html, target }) => ({
      target_selector: target.flat().map(String).join(' '),
      update_from: html.slice(0, htmlMax),
    })),
  };
}

interface Judged extends CheckState {
  readonly opportunities: readonly AccessibilityOpportunity[];
}

const withheld = (check: string, state: AuditState, code: string, message: string): Judged => {
  const reason: Reason = { code, message };
  return { check, state, reason, opportunities: [] };
};

/** What axe-core could not decide is not clean, and is not lost beside what it could. */
function judgedBy({ violations, incomplete }: AxeFindings, check: string): Judged {
  const opportunities = violations.map((rule) => opportunityOf(check, rule));
  const rules = incomplete.map(({ id }) => id).join(', ');
  const undecided =
    rules === '' ? {} : { reason: { code: 'undecided', message: `A person has to decide on ${rules}.` } };
  const state = opportunities.length > 0 ? 'issues' : rules === '' ? 'ok' : 'not_run';
  return { check, state, ...undecided, opportunities };
}

/** Measured: 0.4 ms for an element, and 0.5 µs for each element and rule of its own style sheets. */
const elementsMax = 10_000;
const styledMax = 5_000_000;

function isTooComplex({ document: { elements, named } }: Page): boolean {
  const sheets = named('style').flatMap(({ children }) => children.filter(isText));
  const rules = sheets.reduce((sum, { data }) => sum + data.split('{').length - 1, 0);
  return elements.length > elementsMax || elements.length * rules > styledMax;
}

async function runCheck(check: Check, page: Page, context: PageContext): Promise<Judged> {
  const runner = check.runner(context);
  if (runner === undefined)
    return withheld(check.name, 'not_run', noBrowser, 'Contrasts are seen in a browser only, and SPCI has none.');
  if (isTooComplex(page))
    return withheld(check.name, 'not_run', 'page_too_complex', 'The page has more elements than are looked at.');
  try {
    return judgedBy(await runner.run(page, check.rules), check.name);
  } catch (failure) {
    if (failure instanceof AxeTimedOut)
      return withheld(
        check.name,
        'failed',
        'timed_out',
        `It takes longer than ${failure.timeoutMs / 1000} s to look at.`,
      );
    context.failed(check.name, failure);
    return withheld(check.name, 'failed', 'internal', 'The check ended before it had looked at everything.');
  }
}

/** The least favourable of what its checks say. */
const precedence: readonly AuditState[] = ['issues', 'failed', 'not_run', 'ok'];

function together(done: readonly Judged[]): AuditOutcome {
  const state = precedence.find((candidate) => done.some((check) => check.state === candidate)) ?? 'not_run';
  const reason = done.find((check) => check.state === state)?.reason;
  return {
    state,
    ...(reason === undefined ? {} : { reason }),
    checks: done.map(({ opportunities: _, ...check }) => check),
    opportunities: done.flatMap(({ opportunities }) => opportunities),
  };
}

export const accessibility: Audit = {
  name: 'accessibility',
  type: 'a11y',
  isOfPageAlone: true,
  run: async (page, context) => {
    const done: Judged[] = [];
    for (const check of checks) done.push(await runCheck(check, page, context));
    return together(done);
  },
};
