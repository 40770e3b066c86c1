import { createHash } from 'node:crypto';
import { isWhole, type Audit, type AuditResult, type Page, type PageContext } from './audits/audit.ts';
import { rulesVersion } from './audits/rules-version.ts';

export interface EarlierAudit {
  readonly result: AuditResult;
  /** Of the job that looked at the page. */
  readonly job_id: string;
}

/** Of everything that audits of a page alone are made of: equal digests, equal outcomes. */
export function pageDigest(
  { url, html }: Pick<Page, 'url' | 'html'>,
  { step, layoutAxe }: Pick<PageContext, 'step' | 'layoutAxe'>,
  rules: string = rulesVersion,
): string {
  const given = JSON.stringify([rules, step, layoutAxe !== undefined, url]);
  return createHash('sha256').update(given).update(html, 'utf16le').digest('hex');
}

/** What may stand for an audit that would be done now. */
export function reusableFor(
  { name, isOfPageAlone }: Audit,
  earlier: readonly EarlierAudit[],
): EarlierAudit | undefined {
  return isOfPageAlone ? earlier.find(({ result }) => result.name === name && isWhole(result)) : undefined;
}
