import { sql, type Kysely } from 'kysely';
import type { Database } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrator.ts';
import { openInMemory } from '../../src/db/open-database.ts';

interface Column {
  table_name: string;
  column_name: string;
  type: string;
  not_null: boolean;
  fallback: string | null;
}

async function textColumn(db: Kysely<Database>, query: ReturnType<typeof sql<{ line: string }>>): Promise<string[]> {
  return (await query.execute(db)).rows.map((row) => row.line);
}

async function tables(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<Column>`
    select c.relname as table_name, a.attname as column_name, format_type(a.atttypid, a.atttypmod) as type,
           a.attnotnull as not_null,
           case when a.attidentity <> '' then 'generated always as identity'
                else 'default ' || pg_get_expr(d.adbin, d.adrelid) end as fallback
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not like 'kysely%'
    order by c.relname, a.attnum`.execute(db);
  const byTable = Map.groupBy(rows, (row) => row.table_name);
  return [...byTable].map(([table, columns]) => {
    const lines = columns.map((column) =>
      ['  ' + column.column_name, column.type, column.not_null ? 'not null' : '', column.fallback ?? '']
        .filter(Boolean)
        .join(' '),
    );
    return `create table ${table} (\n${lines.join(',\n')}\n);`;
  });
}

/** The database after all migrations, from its own catalogue: tables, constraints and indexes, by name. */
export async function schemaSql(): Promise<string> {
  const { db, close } = await openInMemory();
  await migrate(db);
  const constraints = await textColumn(
    db,
    sql<{ line: string }>`
      select format('alter table %s add constraint %I %s;', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line
      from pg_constraint
      where connamespace = 'public'::regnamespace and contype <> 'n' and conrelid::regclass::text not like 'kysely%'
      order by conrelid::regclass::text, conname`,
  );
  const indexes = await textColumn(
    db,
    sql<{ line: string }>`
      select indexdef || ';' as line from pg_indexes
      where schemaname = 'public' and tablename not like 'kysely%'
        and indexname not in (select conname from pg_constraint where connamespace = 'public'::regnamespace)
      order by indexname`,
  );
  const text = [...(await tables(db)), constraints.join('\n'), indexes.join('\n')].join('\n\n');
  await close();
  return `-- Written by npm run generate from the migrations. Never edited.\n\n${text}\n`;
}
