import type { Selectable } from 'kysely';
import type { Defaulted, Id } from '../../db/columns.ts';

/**
 * What the forge is to be told: of one run, its commit status; of one pull request, the comment. It holds nothing of
 * what is told, which is read when it is told.
 */
export interface ForgeReportsTable {
  id: Id;
  domain_id: number;
  repository_id: number;
  /** Either a run or a pull request. */
  run_id: number | null;
  pr_number: number | null;
  /** One more with each change. */
  revision: Defaulted<number>;
  /** The revision that the forge was told last, or that it refused. */
  told_revision: Defaulted<number>;
  changed_at: Defaulted<string>;
  /** Since the last change that came while nothing was to be told. */
  attempts: Defaulted<number>;
  /** While somebody tells it, when others may take it over. */
  next_attempt_at: Defaulted<string>;
}
export type ForgeReportRow = Selectable<ForgeReportsTable>;
