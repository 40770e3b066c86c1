import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { components } from '../../generated/client.ts';
import type { PreflightSite } from '../../src/testing/preflight-site.ts';

type Schemas = components['schemas'];
type Told = Readonly<Record<string, readonly string[]>>;

/** What jobs are to find: of each page, by its name, one line about itself, and one for each audit and each finding. */
export const expectedFindings = JSON.parse(
  readFileSync(join(import.meta.dirname, 'preflight-findings.json'), 'utf8'),
) as { readonly pages: Told; readonly suggestions: Told };

export const pageNames = Object.keys(expectedFindings.pages);

const places = (elements: readonly { readonly selector: string }[]): string =>
  elements.length === 0 ? '' : ` at ${elements.map(({ selector }) => selector).join(', ')}`;

function findingsIn(opportunity: Schemas['PreflightOpportunity']): readonly string[] {
  const { check = '', tag_name, issue = '', issues, type, html_with_issues, elements } = opportunity;
  if (tag_name !== undefined) return [`${tag_name}: ${issue}`];
  if (issues.length > 0) return issues.map((link) => `${check} ${link.url} ${link.issue}${places(link.elements)}`);
  const [first] = html_with_issues;
  if (first === undefined) return [`${check}${places(elements)}`];
  return [`${check} ${type}${first.target_selector.startsWith('#') ? ` at ${first.target_selector}` : ''}`];
}

const listedMax = 50;

function linesOf({ name, state, reason, checks, opportunities }: Schemas['PreflightAudit']): readonly string[] {
  const stated = [{ state, reason }, ...checks].map(
    ({ state: outcome, reason: why, ...rest }) =>
      `${'check' in rest ? `${rest.check} ` : ''}${outcome}${why === undefined ? '' : ` ${why.code}`}`,
  );
  const found = opportunities.flatMap(findingsIn);
  const listed = found.length > listedMax ? [`${found.length} findings`] : found;
  return [...stated, ...listed].map((line) => `${name} ${line}`);
}

function suggestionsIn({ name, opportunities }: Schemas['PreflightAudit']): readonly string[] {
  const told = opportunities.flatMap(({ ai_suggestion, issues }) => [{ ai_suggestion }, ...issues]);
  return told.flatMap(({ ai_suggestion: text }) => (text === undefined ? [] : [`${name}: ${text}`]));
}

/** What a job found, in the words of the expectation. */
export function findingsOf(
  { result }: Schemas['PreflightJob'],
  { site, external }: PreflightSite,
): { readonly pages: Told; readonly suggestions: Told } {
  const general = (text: string): string =>
    text
      .replaceAll(site.origin.replace('http', 'https'), '{secure}')
      .replaceAll(site.origin, '{site}')
      .replaceAll(external.origin, '{external}');
  const nameOf = ({ page_url }: Schemas['PreflightPage']): string => page_url.slice(site.origin.length + 1);
  const pages = result.map((page) => {
    const reached = page.final_url === null ? '' : ` ${page.final_url}`;
    const head = `${page.state} ${page.status ?? 'unanswered'}${reached}`;
    return [nameOf(page), [head, ...page.audits.flatMap(linesOf)].map(general)] as const;
  });
  const suggestions = result.map((page) => [nameOf(page), page.audits.flatMap(suggestionsIn).map(general)] as const);
  return {
    pages: Object.fromEntries(pages),
    suggestions: Object.fromEntries(suggestions.filter(([, lines]) => lines.length > 0)),
  };
}

/** Of these pages only. */
export function expectedOf(names: readonly string[], step: Schemas['PreflightStep']): ReturnType<typeof findingsOf> {
  const of = (all: Told): Told => Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
  const { pages, suggestions } = expectedFindings;
  return { pages: of(pages), suggestions: step === 'suggest' ? of(suggestions) : {} };
}
