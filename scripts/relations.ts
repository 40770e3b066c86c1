import { Client } from 'pg';

/** Every relation of the database by its object id: equal lists say that nothing was made, dropped or made anew. */
export async function relationsIn(url: string): Promise<readonly string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ relation: string }>(
      `select format('%s %s', oid, oid::regclass) as relation from pg_class where oid >= 16384 order by oid`,
    );
    return rows.map(({ relation }) => relation);
  } finally {
    await client.end();
  }
}
