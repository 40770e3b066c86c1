import { sql, type Insertable, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type {
  QueuedSampleRow,
  SampleExtraFileRow,
  SampleExtraFilesTable,
  SampleUploadsTable,
} from './queued-samples.table.ts';

/** Whose files: those of an account or, for an administrator, of the domain. */
export interface QueueOwner {
  readonly domainId: number;
  readonly accountId?: number;
}

function queueOf(db: Kysely<Database>, { domainId, accountId }: QueueOwner) {
  const ofDomain = db.selectFrom('queued_samples').where('domain_id', '=', domainId);
  return accountId === undefined ? ofDomain : ofDomain.where('account_id', '=', accountId);
}

export async function listQueuedSampleRows(
  db: Kysely<Database>,
  owner: QueueOwner,
  page: { readonly limit: number; readonly offset: number },
): Promise<QueuedSampleRow[]> {
  return queueOf(db, owner).selectAll().orderBy('id').limit(page.limit).offset(page.offset).execute();
}

export async function countQueuedSamples(db: Kysely<Database>, owner: QueueOwner): Promise<number> {
  const { count } = await queueOf(db, owner)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function findQueuedSample(
  db: Kysely<Database>,
  owner: QueueOwner,
  queuedId: number,
): Promise<QueuedSampleRow | undefined> {
  return queueOf(db, owner).selectAll().where('id', '=', queuedId).executeTakeFirst();
}

export async function findQueuedSampleIdBySha256(
  db: Kysely<Database>,
  owner: QueueOwner,
  sha256: string,
): Promise<number | undefined> {
  const queued = await queueOf(db, owner).select('id').where('sha256', '=', sha256).executeTakeFirst();
  return queued?.id;
}

/** Undefined when a sample of the domain has the content, or it waits already. */
export async function insertQueuedSample(
  db: Kysely<Database>,
  file: Omit<QueuedSampleRow, 'id' | 'created_at'>,
): Promise<QueuedSampleRow | undefined> {
  const { domain_id, account_id, sha256, size_bytes, original_name, extension, is_text } = file;
  const { rows } = await sql<QueuedSampleRow>`
    insert into queued_samples (domain_id, account_id, sha256, size_bytes, original_name, extension, is_text)
    select ${domain_id}::integer, ${account_id}::integer, ${sha256}::text, ${size_bytes}::bigint,
      ${original_name}::text, ${extension}::text, ${is_text}::boolean
    where not exists (select from samples where domain_id = ${domain_id} and sha256 = ${sha256})
    on conflict (domain_id, sha256) do nothing
    returning *`.execute(db);
  return rows[0];
}

/** The row that is gone; undefined when there was none. Of transactions that race one gets it. */
export async function deleteQueuedSampleRow(
  trx: Transaction<Database>,
  { domainId, accountId }: QueueOwner,
  queuedId: number,
): Promise<QueuedSampleRow | undefined> {
  const ofDomain = trx.deleteFrom('queued_samples').where('domain_id', '=', domainId).where('id', '=', queuedId);
  const owned = accountId === undefined ? ofDomain : ofDomain.where('account_id', '=', accountId);
  return owned.returningAll().executeTakeFirst();
}

export async function insertSampleUpload(
  trx: Transaction<Database>,
  upload: Insertable<SampleUploadsTable>,
): Promise<void> {
  await trx.insertInto('sample_uploads').values(upload).execute();
}

export async function countExtraFiles(trx: Transaction<Database>, sampleId: number): Promise<number> {
  const { count } = await trx
    .selectFrom('sample_extra_files')
    .where('sample_id', '=', sampleId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Undefined when the sample has a file of that content. */
export async function insertExtraFile(
  trx: Transaction<Database>,
  file: Insertable<SampleExtraFilesTable>,
): Promise<SampleExtraFileRow | undefined> {
  return trx
    .insertInto('sample_extra_files')
    .values(file)
    .onConflict((conflict) => conflict.constraint('sample_extra_files_sample_id_sha256_key').doNothing())
    .returningAll()
    .executeTakeFirst();
}
