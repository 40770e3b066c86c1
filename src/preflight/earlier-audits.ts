import { createHash } from 'node:crypto';
import { noBrowser, type Audit, type AuditResult, type Page, type PageContext } from './audits/audit.ts';
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

/** Whether everything was looked at for which there is a tool: what failed or was left out is tried again. */
function isWhole({ state, checks }: AuditResult): boolean {
  const parts: readonly Pick<AuditResult, 'state' | 'reason'>[] = checks ?? [{ state }];
  return parts.every((part) => part.state === 'ok' || part.state === 'issues' || part.reason?.code === noBrowser);
}

/** What may stand for an audit that would be done now. */
export function reusableFor(
  { name, isOfPageAlone }: Audit,
  earlier: readonly EarlierAudit[],
): EarlierAudit | undefined {
  return isOfPageAlone ? earlier.find(({ result }) => result.name === name && isWhole(result)) : undefined;
}
