import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openInMemory, type OpenDatabase } from './open-database.ts';
import { executeText, statementsOf } from './sql-text.ts';

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await openInMemory();
});
afterAll(() => opened.close());

test('semicolons within texts, names, blocks and comments end no statement', () => {
  const statements = [
    `select 'a;''b' as "c;d"`,
    `do $$ begin perform 1; end $$`,
    `do $x$ begin perform $$;$$; end $x$`,
    `select 1 -- one; two\n - 2 / 3`,
    `select /* ; */ 4`,
  ];
  expect(statementsOf(`\n${statements.join(';\n  ')};\n`)).toEqual(statements);
});

test('a transaction answers the rows of all its statements', async () => {
  const { rows } = await executeText(
    opened.db,
    `
    BEGIN;
    SET LOCAL lock_timeout = 30000;
    select 1 as one;
    select 2 as two;
    COMMIT;`,
  );
  expect(rows).toEqual([{ one: 1 }, { two: 2 }]);
});

test('a transaction that fails is undone, and the connection is as before', async () => {
  const { db } = opened;
  await executeText(db, 'create table kept (n int)');
  const failing = executeText(db, 'BEGIN; insert into kept values (1); select 1 / 0; COMMIT;');
  await expect(failing).rejects.toThrow('division by zero');
  expect((await executeText(db, 'select count(*)::int as rows from kept where n = $1', [1])).rows).toEqual([
    { rows: 0 },
  ]);
});
