import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';

/** False when it was taken before. Of two at once the second waits for the first. */
export async function insertDelivery(
  trx: Transaction<Database>,
  delivery: { readonly delivery_id: string; readonly event: string },
): Promise<boolean> {
  const inserted = await trx
    .insertInto('webhook_deliveries')
    .values(delivery)
    .onConflict((conflict) => conflict.doNothing())
    .returning('delivery_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function deleteOldDeliveries(db: Kysely<Database>, olderThanDays: number): Promise<void> {
  await db
    .deleteFrom('webhook_deliveries')
    .where('received_at', '<', sql<string>`now() - ${olderThanDays} * interval '1 day'`)
    .execute();
}
