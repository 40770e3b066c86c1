import type { Kysely } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { notFound } from '../../errors.ts';
import { discardContents } from '../files/discarded-contents.ts';
import { deleteExtraFileRow, findExtraFile } from './extra-files.queries.ts';
import type { SampleExtraFileRow } from './queued-samples.table.ts';

type ExtraFileKey = Parameters<typeof findExtraFile>[1];

export async function existingExtraFile(db: Kysely<Database>, key: ExtraFileKey): Promise<SampleExtraFileRow> {
  const file = await findExtraFile(db, key);
  if (file === undefined) throw notFound('extra file');
  return file;
}

export async function deleteExtraFile({ db }: Pick<AppContext, 'db'>, key: ExtraFileKey): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const sha256 = await deleteExtraFileRow(trx, key);
    if (sha256 === undefined) throw notFound('extra file');
    await discardContents(trx, [sha256]);
  });
}
