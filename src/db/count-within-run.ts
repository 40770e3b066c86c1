import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Database } from './database.ts';

/** How many rows of a run there are; undefined when the domain has no such run. */
export async function countWithinRun<DB, Table extends keyof DB>(
  db: Kysely<Database>,
  domainId: number,
  runId: number,
  rows: SelectQueryBuilder<DB, Table, object>,
): Promise<number | undefined> {
  const total = rows.select((eb) => eb.fn.countAll<number>().as('total')).$castTo<{ total: number }>();
  const counted = await db
    .selectFrom('runs')
    .where('domain_id', '=', domainId)
    .where('id', '=', runId)
    .select(total.$asScalar().$notNull().as('total'))
    .executeTakeFirst();
  return counted?.total;
}
