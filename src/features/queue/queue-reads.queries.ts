import { sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Platform } from '../../principal.ts';
import type { RunRow } from '../runs/runs.table.ts';
import type { WorkerRow } from '../workers/workers.table.ts';

export type OpenRunStatus = 'queued' | 'running';

export type OpenRunRow = Pick<RunRow, 'id' | 'platform' | 'queued_at' | 'started_at' | 'required_types'> & {
  status: OpenRunStatus;
};

export interface QueueFilters {
  readonly platform?: Platform;
  readonly status?: OpenRunStatus;
}

export interface QueueCounts {
  /** Open runs that the filters let through. */
  readonly total: number;
  readonly queue_depth: number;
  readonly running_count: number;
}

/** What a live worker can execute; workers that offer the same are one row. */
export type WorkerOffer = Pick<WorkerRow, 'platforms' | 'input_types' | 'output_types'>;

export async function listOpenRuns(
  db: Kysely<Database>,
  domainId: number,
  filters: QueueFilters,
  page: { readonly limit: number; readonly offset: number },
): Promise<OpenRunRow[]> {
  return db
    .selectFrom('runs')
    .where('domain_id', '=', domainId)
    .where('status', 'in', ['queued', 'running'])
    .where(matches(filters))
    .select(['id', 'status', 'platform', 'queued_at', 'started_at', 'required_types'])
    .$narrowType<{ status: OpenRunStatus }>()
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function countOpenRuns(
  db: Kysely<Database>,
  domainId: number,
  filters: QueueFilters,
): Promise<QueueCounts> {
  return db
    .selectFrom('runs')
    .where('domain_id', '=', domainId)
    .where('status', 'in', ['queued', 'running'])
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere(matches(filters)).as('total'),
      fn.countAll<number>().filterWhere('status', '=', 'queued').as('queue_depth'),
      fn.countAll<number>().filterWhere('status', '=', 'running').as('running_count'),
    ])
    .executeTakeFirstOrThrow();
}

/** Places, from 1, among the queued runs of the same platform in all domains. A run that is not queued has none. */
export async function listQueuePositions(
  db: Kysely<Database>,
  runIds: readonly number[],
): Promise<{ run_id: number; position: number }[]> {
  return db
    .selectFrom((eb) =>
      eb
        .selectFrom('runs')
        .where('status', '=', 'queued')
        .select([
          'id as run_id',
          sql<number>`row_number() over (partition by platform order by queued_at, id)`.as('position'),
        ])
        .as('places'),
    )
    .where('run_id', 'in', runIds)
    .selectAll()
    .execute();
}

export async function listLiveOffers(db: Kysely<Database>, seenWithinMs: number): Promise<WorkerOffer[]> {
  return db
    .selectFrom('workers')
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`last_seen_at > now() - ${seenWithinMs}::integer * interval '1 millisecond'`)
    .select(['platforms', 'input_types', 'output_types'])
    .distinct()
    .execute();
}

function matches({ platform, status }: QueueFilters) {
  return (eb: ExpressionBuilder<Database, 'runs'>): Expression<SqlBool> =>
    eb.and([
      ...(platform === undefined ? [] : [eb('platform', '=', platform)]),
      ...(status === undefined ? [] : [eb('status', '=', status)]),
    ]);
}
