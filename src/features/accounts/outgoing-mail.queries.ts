import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { MailKind, MailOutcome, OutgoingMailRow } from './mail.table.ts';

const spanOf = (milliseconds: number) => sql<string>`${milliseconds} * interval '1 millisecond'`;

/** Held until the transaction ends, so that of requests at once each sees those before it. */
export async function lockMailTo(trx: Transaction<Database>, email: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${'mail '} || lower(${email}), 0))`.execute(trx);
}

/** How many were written to the address within the window. */
export async function countMailsTo(trx: Transaction<Database>, email: string, windowMs: number): Promise<number> {
  const { count } = await trx
    .selectFrom('outgoing_mails')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(sql`lower(email)`, '=', sql`lower(${email})`)
    .where('created_at', '>', sql<string>`now() - ${spanOf(windowMs)}`)
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertMail(
  trx: Transaction<Database>,
  mail: { readonly kind: MailKind; readonly email: string },
): Promise<void> {
  await trx.insertInto('outgoing_mails').values(mail).execute();
}

export interface ClaimedMail extends OutgoingMailRow {
  /** Seconds since 1970 at which what the mail gives is over; the same at every attempt. */
  readonly expires: number;
  readonly is_over: boolean;
}

/**
 * The mail that is due longest, as this process's to send. Until the next attempt nobody else takes it, and each attempt
 * is twice as far from the next.
 */
export async function claimDueMail(
  db: Kysely<Database>,
  { firstWaitMs, doublingsMax, lifeSeconds }: { firstWaitMs: number; doublingsMax: number; lifeSeconds: number },
): Promise<ClaimedMail | undefined> {
  const expires = sql<number>`floor(extract(epoch from created_at))::bigint + ${lifeSeconds}::integer`;
  return db
    .with('due', (eb) =>
      eb
        .selectFrom('outgoing_mails')
        .select('id')
        .where('ended_at', 'is', null)
        .where('next_attempt_at', '<=', sql<string>`now()`)
        .orderBy('next_attempt_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('outgoing_mails')
    .set((eb) => ({
      attempts: eb('attempts', '+', 1),
      next_attempt_at: sql<string>`now() + ${spanOf(firstWaitMs)} * power(2, least(attempts, ${doublingsMax}::integer))`,
    }))
    .where('id', 'in', (eb) => eb.selectFrom('due').select('id'))
    .returningAll()
    .returning([expires.as('expires'), sql<boolean>`${expires} <= extract(epoch from now())`.as('is_over')])
    .executeTakeFirst();
}

export async function updateMailEnded(db: Kysely<Database>, mailId: number, outcome: MailOutcome): Promise<void> {
  await db
    .updateTable('outgoing_mails')
    .set({ ended_at: sql<string>`now()`, outcome })
    .where('id', '=', mailId)
    .execute();
}

/** At most 100 at a time, so that none takes long. */
export async function deleteEndedMails(db: Kysely<Database>, olderThanMs: number): Promise<void> {
  await db
    .deleteFrom('outgoing_mails')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('outgoing_mails')
        .select('id')
        .where('ended_at', '<', sql<string>`now() - ${spanOf(olderThanMs)}`)
        .limit(100),
    )
    .execute();
}
