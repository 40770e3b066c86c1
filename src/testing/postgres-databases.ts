import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  url: string;
  name: string;
  /** Ends every connection to it. */
  drop(): Promise<void>;
}

export class TestDatabaseNameRefused extends Error {
  override name = 'TestDatabaseNameRefused';
}

export async function createTestDatabase(
  serverUrl: string,
  { template = 'template0' }: { template?: string } = {},
): Promise<TestDatabase> {
  const name = `spci_test_${randomBytes(8).toString('hex')}`;
  const from = template === 'template0' ? template : testDatabaseName(template);
  await onServer(serverUrl, (client) => client.query(`create database "${name}" template "${from}"`));
  return { url: urlOf(serverUrl, name), name, drop: () => dropTestDatabase(serverUrl, name) };
}

export async function dropTestDatabase(serverUrl: string, name: string): Promise<void> {
  const dropped = testDatabaseName(name);
  await onServer(serverUrl, (client) => client.query(`drop database if exists "${dropped}" with (force)`));
}

/**
 * Names the template for `key`, which stands for what `migrate` makes (a hash of the schema, say), and builds it if the
 * server lacks it. It appears under its name only when complete: a `migrate` that fails or dies leaves no template.
 */
export async function createTemplateDatabase(
  serverUrl: string,
  migrate: (url: string) => Promise<void>,
  key: string,
): Promise<string> {
  const name = testDatabaseName(`spci_test_template_${key}`);
  return onServer(serverUrl, async (client) => {
    // One builder at a time; those that waited find the template built. The lock ends with the connection.
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    if (!(await databaseExists(client, name))) await buildTemplate(client, serverUrl, migrate, name);
    return name;
  });
}

async function buildTemplate(
  client: Client,
  serverUrl: string,
  migrate: (url: string) => Promise<void>,
  name: string,
): Promise<void> {
  const building = await createTestDatabase(serverUrl);
  try {
    await migrate(building.url);
    // A connection to a template makes every clone of it fail.
    await client.query(`alter database "${building.name}" with allow_connections false`);
    await client.query(`alter database "${building.name}" rename to "${name}"`);
  } catch (error) {
    await building.drop();
    // The lock holds among connections to one database; a URL that names another one can build the same template.
    if (!hasCode(error, nameTaken)) throw error;
  }
}

async function databaseExists(client: Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  return rowCount === 1;
}

/** Whatever else lives on the server is out of reach: nothing is created, cloned or dropped without passing here. */
function testDatabaseName(name: string): string {
  if (/^spci_test_[a-z0-9_]+$/.test(name) && name.length <= 63) return name;
  throw new TestDatabaseNameRefused(`not the name of a test database: ${name}`);
}

const nameTaken = ['42P04', '23505'];

/** The server answers, but the database that the URL names is missing, closed, full or not for this user. */
const databaseRefused = ['3D000', '55000', '53300', '42501', '28000'];

async function onServer<Result>(serverUrl: string, use: (client: Client) => Promise<Result>): Promise<Result> {
  const client = await connect(serverUrl).catch((error: unknown) => {
    if (!hasCode(error, databaseRefused)) throw error;
    return connect(urlOf(serverUrl, 'postgres'));
  });
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  // A connection that breaks between two queries fails the next one; unheard, the event would end the process.
  client.on('error', () => {});
  await client.connect();
  return client;
}

function urlOf(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

function hasCode(error: unknown, codes: string[]): boolean {
  return codes.includes((error as { code?: string }).code ?? '');
}
