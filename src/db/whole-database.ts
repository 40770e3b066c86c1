import { sql, type Kysely, type Transaction } from 'kysely';

/** Rows that one statement reads or writes. */
const rowsAtOnce = 500;

/** Every table but those that tell which migrations ran. */
export async function listTables<Tables>(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'kysely%'
    order by relname`.execute(db);
  return rows.map(({ name }) => name);
}

/** One moment of every table for as long as it takes. */
export async function withSnapshot<Tables, Result>(
  db: Kysely<Tables>,
  use: (trx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return snapshot.execute(async (trx) => {
    await waitWithoutEnd(trx);
    return use(trx);
  });
}

async function waitWithoutEnd<Tables>(trx: Transaction<Tables>): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(trx);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx);
}

/** Each row as JSON on one line, by the database's own conversion: it takes back what it gave, to the last digit. */
export async function* readTable<Tables>(trx: Transaction<Tables>, table: string): AsyncGenerator<readonly string[]> {
  yield* readCursor(trx, sql`select to_json(t)::text as line from ${sql.table(table)} t`);
}

/** The different values of those of the columns that there are, of text or of lists of text, in ascending order. */
export async function* readDistinct<Tables>(
  trx: Transaction<Tables>,
  columns: readonly (readonly [table: string, column: string])[],
): AsyncGenerator<readonly string[]> {
  const { rows } = await sql<{ place: string; type: string }>`
    select table_name || '.' || column_name as place, data_type as type from information_schema.columns
    where table_schema = 'public'`.execute(trx);
  const types = new Map(rows.map(({ place, type }) => [place, type]));
  const values = columns.flatMap(([table, column]) => {
    const type = types.get(`${table}.${column}`);
    const named = type === 'ARRAY' ? sql`unnest(${sql.ref(column)})` : sql.ref(column);
    return type === undefined ? [] : [sql`select ${named} as line from ${sql.table(table)}`];
  });
  const union = sql.join(values, sql` union all `);
  yield* readCursor(trx, sql`select distinct line from (${union}) as found where line is not null order by line`);
}

async function* readCursor<Tables>(
  trx: Transaction<Tables>,
  query: ReturnType<typeof sql>,
): AsyncGenerator<readonly string[]> {
  await sql`declare reading no scroll cursor for ${query}`.execute(trx);
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(rowsAtOnce)} from reading`.execute(trx);
    if (rows.length > 0) yield rows.map(({ line }) => line);
    if (rows.length < rowsAtOnce) break;
  }
  await sql`close reading`.execute(trx);
}

/** The last number that each sequence gave; what gave none is left out. */
export async function readSequences<Tables>(db: Kysely<Tables>): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ name: string; last: string }>`
    select sequencename as name, last_value::text as last from pg_sequences
    where schemaname = 'public' and last_value is not null`.execute(db);
  return Object.fromEntries(rows.map(({ name, last }) => [name, Number(last)]));
}

/** Whether anybody has ever used the installation; nobody begins while the transaction lasts. */
export async function isUsed<Tables>(trx: Transaction<Tables>): Promise<boolean> {
  await waitWithoutEnd(trx);
  await sql`lock table accounts in access exclusive mode`.execute(trx);
  const { rows } = await sql`select from accounts limit 1`.execute(trx);
  return rows.length > 0;
}

/**
 * Empties every table, lets `write` fill them in any order, and then holds the rows to their references again: what
 * refers to nothing ends the transaction.
 */
export async function replaceRows<Tables>(trx: Transaction<Tables>, write: () => Promise<void>): Promise<void> {
  const { rows: references } = await sql<{ from: string; name: string; rule: string }>`
    select conrelid::regclass::text as from, conname as name, pg_get_constraintdef(oid) as rule from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace`.execute(trx);
  for (const { from, name } of references)
    await sql`alter table ${sql.table(from)} drop constraint ${sql.ref(name)}`.execute(trx);
  const tables = (await listTables(trx)).map((table) => sql.table(table));
  await sql`truncate ${sql.join(tables)} restart identity`.execute(trx);
  await write();
  for (const { from, name, rule } of references)
    await sql`alter table ${sql.table(from)} add constraint ${sql.ref(name)} ${sql.raw(rule)}`.execute(trx);
}

/** Rows as `readTable` gave them. */
export async function writeRows<Tables>(
  trx: Transaction<Tables>,
  table: string,
  lines: readonly string[],
): Promise<void> {
  const name = sql.table(table);
  await sql`insert into ${name} overriding system value
    select * from json_populate_recordset(null::${name}, ${`[${lines.join(',')}]`}::json)`.execute(trx);
}

export async function writeSequences<Tables>(
  trx: Transaction<Tables>,
  sequences: Readonly<Record<string, number>>,
): Promise<void> {
  for (const [name, last] of Object.entries(sequences))
    await sql`select setval(format('%I', ${name}::text)::regclass, ${last}::bigint)`.execute(trx);
}
