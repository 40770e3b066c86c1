import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../testing/postgres-databases.ts';
import { testPostgres, type TestServer } from '../../testing/postgres-server.ts';
import { settingsFrom } from '../../config.ts';
import { migrate } from '../../db/migrator.ts';
import { openDatabase, type OpenDatabase } from '../../db/open-database.ts';
import { newKey } from '../../secrets.ts';
import { ensureFirstAdministrator, setUp } from './installation.ts';

let server: TestServer;
let database: TestDatabase;
let replicas: OpenDatabase[];
const active = newKey();
const keys = { active, all: [active] };
const password = 'correct horse battery staple';

beforeAll(async () => {
  server = await testPostgres();
  database = await createTestDatabase(server.url);
  const open = () => openDatabase({ databaseUrl: database.url, directory: '' }, { warn: () => undefined });
  replicas = await Promise.all([open(), open(), open(), open(), open()]);
  for (const { db } of replicas) await migrate(db);
});
afterAll(async () => {
  await Promise.all(replicas.map((replica) => replica.close()));
  await database.drop();
  await server.stop();
});
beforeEach(async () => {
  await replicas[0]?.db.deleteFrom('accounts').execute();
});

/** Each replica has its own e-mail address, so that only the rule of one first account keeps the others out. */
const startWith = ({ db }: OpenDatabase, number: number) => {
  const environment = { SPCI_BOOTSTRAP_EMAIL: `root${number}@example.org`, SPCI_BOOTSTRAP_PASSWORD: password };
  return ensureFirstAdministrator({ db, keys, settings: settingsFrom(environment) }, () => undefined);
};

const accounts = () => replicas[0]?.db.selectFrom('accounts').selectAll().execute();

test('replicas that start at once make one administrator', async () => {
  await Promise.all(replicas.map(startWith));
  await expect(accounts()).resolves.toHaveLength(1);
});

test('a set-up and starts at once make one administrator', async () => {
  const [first, ...others] = replicas;
  if (first === undefined) throw new Error('no replica');
  let line = '';
  await ensureFirstAdministrator({ db: first.db, keys, settings: settingsFrom({}) }, (printed) => (line = printed));
  const setup_token = /spcs_\w+/.exec(line)?.[0] ?? '';
  const ada = { name: 'Ada', email: 'ada@example.org', password, setup_token };
  await Promise.allSettled([setUp({ db: first.db, keys }, ada), ...others.map(startWith)]);
  await expect(accounts()).resolves.toHaveLength(1);
});
