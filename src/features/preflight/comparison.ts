import {
  isWhole,
  type AuditName,
  type AuditResult,
  type LinkIssue,
  type Opportunity,
} from '../../preflight/audits/audit.ts';

/** What one audit found at one place; of links, one of them. */
export interface Finding {
  readonly audit: AuditName;
  readonly opportunity: Opportunity;
}

export interface Comparison {
  readonly fresh: readonly Finding[];
  readonly fixed: readonly Finding[];
  readonly unchangedCount: number;
  /** Of these nothing is known in one of the two. */
  readonly notCompared: readonly AuditName[];
}

function findingsOf({ name: audit, opportunities }: AuditResult): Finding[] {
  return opportunities.flatMap((opportunity): Finding[] => {
    if (!('issue_count' in opportunity)) return [{ audit, opportunity }];
    return opportunity.issue.map((link: LinkIssue) => ({
      audit,
      opportunity: { check: opportunity.check, issue: [link], issue_count: 1 },
    }));
  });
}

const selectorsOf = (elements: readonly { readonly selector: string }[] = []): readonly string[] =>
  elements.map(({ selector }) => selector);

/** What a finding is about, without the words and figures that change from one look to the next. */
function keyOf({ audit, opportunity }: Finding): string {
  if ('tag_name' in opportunity) return JSON.stringify([audit, opportunity.tag_name, opportunity.issue]);
  if ('issue_count' in opportunity)
    return JSON.stringify([audit, opportunity.check, opportunity.issue.map(({ url }) => url)]);
  if ('html_with_issues' in opportunity) return JSON.stringify([audit, opportunity.check, opportunity.type]);
  return JSON.stringify([audit, opportunity.check, selectorsOf(opportunity.elements)]);
}

/** Those of `some` that are not among `others`, each of which stands for one. */
function without(some: readonly Finding[], others: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(keyOf(other), (counts.get(keyOf(other)) ?? 0) + 1);
  return some.filter((finding) => {
    const left = counts.get(keyOf(finding)) ?? 0;
    counts.set(keyOf(finding), left - 1);
    return left <= 0;
  });
}

/** Of one page, by two jobs; only audits that looked at everything in both are compared. */
export function compareAudits(
  names: readonly AuditName[],
  now: readonly AuditResult[],
  before: readonly AuditResult[],
): Comparison {
  const looked = (audits: readonly AuditResult[]): ReadonlySet<AuditName> =>
    new Set(audits.filter(isWhole).map(({ name }) => name));
  const [lookedNow, lookedBefore] = [looked(now), looked(before)];
  const isCompared = (name: AuditName): boolean => lookedNow.has(name) && lookedBefore.has(name);
  const findings = (audits: readonly AuditResult[]): Finding[] =>
    audits.filter(({ name }) => isCompared(name)).flatMap(findingsOf);
  const fresh = without(findings(now), findings(before));
  return {
    fresh,
    fixed: without(findings(before), findings(now)),
    unchangedCount: findings(now).length - fresh.length,
    notCompared: names.filter((name) => !isCompared(name)),
  };
}
