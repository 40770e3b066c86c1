import { CompiledQuery, type Kysely } from 'kysely';
import type { Database } from './database.ts';

/** SQL that others have written: one statement, or a transaction of several without values. */
export async function executeText(
  db: Kysely<Database>,
  text: string,
  values: readonly unknown[] = [],
): Promise<{ rows: unknown[] }> {
  if (/^\s*begin;/i.test(text)) return executeTransaction(db, text);
  const { rows } = await db.executeQuery(CompiledQuery.raw(text, [...values]));
  return { rows: [...rows] };
}

/**
 * Begun and ended by us: one that fails must not leave its connection in a transaction, and the embedded database takes
 * one statement at a time. The rows of all statements together are the answer.
 */
async function executeTransaction(db: Kysely<Database>, text: string): Promise<{ rows: unknown[] }> {
  const inner = statementsOf(text).filter((statement) => !/^(begin|commit)$/i.test(statement));
  return db.transaction().execute(async (trx) => {
    const rows: unknown[] = [];
    for (const statement of inner) rows.push(...(await trx.executeQuery(CompiledQuery.raw(statement))).rows);
    return { rows };
  });
}

const piece = /'(?:[^']|'')*'|"[^"]*"|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\/|;|[^'"$;/-]+|[\s\S]/g;

/** Semicolons within texts, names and comments end nothing. */
export function statementsOf(script: string): readonly string[] {
  const statements = [''];
  for (const [text] of script.matchAll(piece))
    if (text === ';') statements.push('');
    else statements.push((statements.pop() ?? '') + text);
  return statements.map((statement) => statement.trim()).filter((statement) => statement !== '');
}
