import { expressionBuilder, sql, type Expression, type ExpressionBuilder, type Kysely, type NotNull } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { countWithinRun } from '../../db/count-within-run.ts';
import type { Database } from '../../db/database.ts';
import type { VariantRow } from '../regression-tests/regression-tests.table.ts';
import type { RunStatus } from '../results/verdict.ts';
import type {
  BaselineApprovalExitCodeRow,
  BaselineApprovalOutputRow,
  BaselineApprovalRow,
  BaselineUndoRow,
} from './baselines.table.ts';

/** Of an approval from a run. */
export type RecordedApproval = Omit<
  BaselineApprovalRow,
  'domain_id' | 'account_id' | 'run_id' | 'status_before' | 'status_after'
> & {
  run_id: number;
  status_before: RunStatus;
  status_after: RunStatus;
  /** Name of the account. */
  requested_by: string;
  /** null, as the other two are: it was not undone. */
  undone_at: string | null;
  undone_by: string | null;
  undo_comment: string | null;
  /** By test and output. */
  outputs: (ChangedOutput & { sha256: string })[];
};

export type VariantContent = Pick<VariantRow, 'platform' | 'sha256'>;

export type ChangedOutput = Omit<BaselineApprovalOutputRow, 'approval_id' | 'planned_sha256'> & {
  /** By content, as the others. */
  accepted_variants: VariantContent[];
  removed_variants: VariantContent[];
};

/** Newest first. */
export async function listApprovals(
  db: Kysely<Database>,
  runId: number,
  page: { readonly limit: number; readonly offset: number },
): Promise<RecordedApproval[]> {
  return recordedApprovals(db)
    .where('baseline_approvals.run_id', '=', runId)
    .orderBy('baseline_approvals.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function findApproval(db: Kysely<Database>, approvalId: number): Promise<RecordedApproval | undefined> {
  return recordedApprovals(db).where('baseline_approvals.id', '=', approvalId).executeTakeFirst();
}

function outputsOf(eb: ExpressionBuilder<Database, 'baseline_approvals'>) {
  return jsonArrayFrom(
    eb
      .selectFrom('baseline_approval_outputs')
      .whereRef('baseline_approval_outputs.approval_id', '=', 'baseline_approvals.id')
      .select(['regression_test_id', 'expected_output_id', 'previous_sha256', 'sha256'])
      .select((output) => [
        variantsOfLine(output, true).as('accepted_variants'),
        variantsOfLine(output, false).as('removed_variants'),
      ])
      .orderBy('regression_test_id')
      .orderBy('expected_output_id'),
  );
}

export type ChangedExitCode = Omit<BaselineApprovalExitCodeRow, 'approval_id'>;

/** That of no platform first. */
function exitCodesOf(approvalId: Expression<number>) {
  return jsonArrayFrom(
    expressionBuilder<Database>()
      .selectFrom('baseline_approval_exit_codes as c')
      .where('c.approval_id', '=', approvalId)
      .select(['c.regression_test_id', 'c.platform', 'c.previous_rc', 'c.expected_rc'])
      .orderBy('c.platform', (order) => order.asc().nullsFirst()),
  );
}

/** Those that the act accepted, or withdrew, of one output. */
function variantsOfLine(eb: ExpressionBuilder<Database, 'baseline_approval_outputs'>, accepted: boolean) {
  return jsonArrayFrom(
    eb
      .selectFrom('baseline_approval_variants as v')
      .whereRef('v.approval_id', '=', 'baseline_approval_outputs.approval_id')
      .whereRef('v.expected_output_id', '=', 'baseline_approval_outputs.expected_output_id')
      .where('v.accepted', '=', accepted)
      .select(['v.platform', 'v.sha256'])
      .orderBy('v.sha256')
      .orderBy('v.platform'),
  );
}

function recordedApprovals(db: Kysely<Database>) {
  return (
    db
      .selectFrom('baseline_approvals')
      .innerJoin('accounts', 'accounts.id', 'baseline_approvals.account_id')
      .leftJoin('baseline_undos as undo', 'undo.approval_id', 'baseline_approvals.id')
      .leftJoin('accounts as undoer', 'undoer.id', 'undo.account_id')
      .select([
        'baseline_approvals.id',
        'baseline_approvals.run_id',
        'baseline_approvals.comment',
        'baseline_approvals.platform',
        'baseline_approvals.status_before',
        'baseline_approvals.status_after',
        'baseline_approvals.created_at',
        'accounts.name as requested_by',
      ])
      .select(['undo.created_at as undone_at', 'undoer.name as undone_by', 'undo.comment as undo_comment'])
      // What is approved from a run changes the baseline of each of its outputs.
      .select((eb) => outputsOf(eb).$castTo<RecordedApproval['outputs']>().as('outputs'))
      .where('baseline_approvals.run_id', 'is not', null)
      .$narrowType<{ run_id: NotNull; status_before: NotNull; status_after: NotNull }>()
  );
}

/** Undefined when the domain has no such run. */
export async function countApprovals(
  db: Kysely<Database>,
  domainId: number,
  runId: number,
): Promise<number | undefined> {
  const approvals = db.selectFrom('baseline_approvals').where('run_id', '=', runId);
  return countWithinRun(db, domainId, runId, approvals);
}

export async function findPlannedSample(
  db: Kysely<Database>,
  domainId: number,
  runId: number,
  regressionTestId: number,
): Promise<{ sample_id: number } | undefined> {
  return db
    .selectFrom('planned_tests')
    .innerJoin('runs', 'runs.id', 'planned_tests.run_id')
    .select('planned_tests.sample_id')
    .where('runs.domain_id', '=', domainId)
    .where('planned_tests.run_id', '=', runId)
    .where('planned_tests.regression_test_id', '=', regressionTestId)
    .executeTakeFirst();
}

export type UndoneApproval = Omit<BaselineUndoRow, 'account_id'> &
  Pick<BaselineApprovalRow, 'run_id'> &
  Pick<RecordedApproval, 'requested_by'> & { outputs: ChangedOutput[]; exit_codes: ChangedExitCode[] };

export async function findUndoneApproval(
  db: Kysely<Database>,
  approvalId: number,
): Promise<UndoneApproval | undefined> {
  return db
    .selectFrom('baseline_undos')
    .innerJoin('baseline_approvals', 'baseline_approvals.id', 'baseline_undos.approval_id')
    .innerJoin('accounts', 'accounts.id', 'baseline_undos.account_id')
    .select(['approval_id', 'baseline_approvals.run_id', 'accounts.name as requested_by'])
    .select(['baseline_undos.comment', 'baseline_undos.created_at'])
    .select(['baseline_undos.status_before', 'baseline_undos.status_after'])
    .select((eb) => [outputsOf(eb).as('outputs'), exitCodesOf(eb.ref('baseline_approvals.id')).as('exit_codes')])
    .where('approval_id', '=', approvalId)
    .executeTakeFirst();
}

export interface TestApproval
  extends
    Pick<BaselineApprovalRow, 'run_id' | 'comment' | 'platform' | 'created_at'>,
    Pick<BaselineApprovalOutputRow, 'approval_id'>,
    Omit<ChangedOutput, 'regression_test_id' | 'expected_output_id'> {
  /** null: exit codes were changed. */
  readonly expected_output_id: number | null;
  readonly exit_codes: ChangedExitCode[];
  /** Name of the account. */
  readonly requested_by: string;
  /** null, as the other two are: it was not undone. */
  readonly undone_at: string | null;
  readonly undone_by: string | null;
  readonly undo_comment: string | null;
}

/** One for each output of an act, and one for exit codes. */
function linesOfTest(db: Kysely<Database>, regressionTestId: number) {
  const ofOutputs = db
    .selectFrom('baseline_approval_outputs')
    .where('regression_test_id', '=', regressionTestId)
    .select(['approval_id', sql<number | null>`expected_output_id`.as('expected_output_id')])
    .select(['previous_sha256', 'sha256'])
    .select((eb) => [
      variantsOfLine(eb, true).as('accepted_variants'),
      variantsOfLine(eb, false).as('removed_variants'),
    ]);
  const ofExitCodes = db
    .selectFrom('baseline_approval_exit_codes')
    .where('regression_test_id', '=', regressionTestId)
    .distinctOn('approval_id')
    .select(['approval_id', sql<number | null>`null::integer`.as('expected_output_id')])
    .select([sql<string | null>`null::text`.as('previous_sha256'), sql<string | null>`null::text`.as('sha256')])
    .select([
      sql<VariantContent[]>`'[]'::json`.as('accepted_variants'),
      sql<VariantContent[]>`'[]'::json`.as('removed_variants'),
    ]);
  return ofOutputs.unionAll(ofExitCodes);
}

/** Newest first, and by output within one approval. */
export async function listApprovalsOfTest(
  db: Kysely<Database>,
  regressionTestId: number,
  page: { readonly limit: number; readonly offset: number },
): Promise<TestApproval[]> {
  return db
    .selectFrom(linesOfTest(db, regressionTestId).as('line'))
    .innerJoin('baseline_approvals as a', 'a.id', 'line.approval_id')
    .innerJoin('accounts', 'accounts.id', 'a.account_id')
    .leftJoin('baseline_undos as undo', 'undo.approval_id', 'a.id')
    .leftJoin('accounts as undoer', 'undoer.id', 'undo.account_id')
    .selectAll('line')
    .select((eb) => exitCodesOf(eb.ref('line.approval_id')).as('exit_codes'))
    .select(['a.run_id', 'a.comment', 'a.platform', 'a.created_at', 'accounts.name as requested_by'])
    .select(['undo.created_at as undone_at', 'undoer.name as undone_by', 'undo.comment as undo_comment'])
    .orderBy('line.approval_id', 'desc')
    .orderBy('line.expected_output_id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

/** Undefined when the domain has no such test. */
export async function countApprovalsOfTest(
  db: Kysely<Database>,
  domainId: number,
  regressionTestId: number,
): Promise<number | undefined> {
  const approvals = db
    .selectFrom(linesOfTest(db, regressionTestId).as('line'))
    .select((eb) => eb.fn.countAll<number>().as('total'));
  const counted = await db
    .selectFrom('regression_tests')
    .where('domain_id', '=', domainId)
    .where('id', '=', regressionTestId)
    .select(approvals.$asScalar().$notNull().as('total'))
    .executeTakeFirst();
  return counted?.total;
}
