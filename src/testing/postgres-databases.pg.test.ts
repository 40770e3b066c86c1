import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import {
  createTemplateDatabase,
  createTestDatabase,
  dropTestDatabase,
  TestDatabaseNameRefused,
} from './postgres-databases.ts';
import { testPostgres, type TestServer } from './postgres-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await testPostgres();
});

afterAll(async () => {
  await server.stop();
});

describe('a test database', () => {
  test('is new, empty and at a URL of its own', async () => {
    const [one, other] = await Promise.all([createTestDatabase(server.url), createTestDatabase(server.url)]);
    expect(one.name).toMatch(/^spci_test_/);
    expect(await query(one.url, 'select current_database() as name')).toEqual([{ name: one.name }]);
    await query(one.url, 'create table mine ()');
    await expect(query(other.url, 'table mine')).rejects.toMatchObject({ code: '42P01' });
    await Promise.all([one.drop(), other.drop()]);
  });

  test('is dropped under open connections, and a second drop is harmless', async () => {
    const database = await createTestDatabase(server.url);
    const client = new Client({ connectionString: database.url });
    client.on('error', () => {});
    await client.connect();
    await database.drop();
    await database.drop();
    expect(await databaseNames()).not.toContain(database.name);
  });

  test('is made although the database of the URL is missing or closed', async () => {
    const closed = await createTestDatabase(server.url);
    await query(server.url, `alter database ${closed.name} allow_connections false`);
    for (const name of [closed.name, 'spci_test_missing']) {
      const database = await createTestDatabase(urlWith({ pathname: name }));
      expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      await database.drop();
    }
    await closed.drop();
  });

  test('is not made, and says why, on a server that does not answer', async () => {
    await expect(createTestDatabase(urlWith({ port: '1' }))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('is all that can be dropped or cloned; every other name is refused', async () => {
    for (const name of [
      'postgres',
      'spci',
      'spci_test',
      'SPCI_TEST_a',
      'spci_test_"; drop',
      `spci_test_${'a'.repeat(60)}`,
    ]) {
      await expect(dropTestDatabase(server.url, name)).rejects.toThrow(TestDatabaseNameRefused);
      await expect(createTestDatabase(server.url, { template: name })).rejects.toThrow(TestDatabaseNameRefused);
    }
    await expect(createTemplateDatabase(server.url, migrate, 'a b')).rejects.toThrow(TestDatabaseNameRefused);
  });
});

describe('a template', () => {
  test('is built once; each clone has what it has and keeps its own changes', async () => {
    const key = newKey();
    const template = await createTemplateDatabase(server.url, migrate, key);
    expect(template).toBe(`spci_test_template_${key}`);
    const built = createTemplateDatabase(server.url, () => Promise.reject(new Error('built again')), key);
    expect(await built).toBe(template);

    const clones = await Promise.all([1, 2, 3].map(() => createTestDatabase(server.url, { template })));
    for (const { url } of clones) {
      expect(await query(url, 'insert into migrated values (default) returning id')).toEqual([{ id: 1 }]);
    }
    await Promise.all(clones.map((clone) => clone.drop()));
    await dropTestDatabase(server.url, template);
  });

  test('cannot be connected to, so that nothing hinders cloning it', async () => {
    const template = await createTemplateDatabase(server.url, migrate, newKey());
    await expect(query(urlWith({ pathname: template }), 'select 1')).rejects.toMatchObject({ code: '55000' });
    await dropTestDatabase(server.url, template);
  });

  test('is built by one of several processes that want it at once', async () => {
    const key = newKey();
    const program = `
      import { createTemplateDatabase } from '${join(import.meta.dirname, 'postgres-databases.ts')}';
      const [url, key] = process.argv.slice(1);
      const build = async () => { console.log('built'); await new Promise((resolve) => setTimeout(resolve, 200)); };
      console.log(await createTemplateDatabase(url, build, key));`;
    const start = (): Promise<{ stdout: string }> =>
      promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program, server.url, key]);
    const outputs = await Promise.all([start(), start(), start()]);
    const lines = outputs.flatMap(({ stdout }) => stdout.trim().split('\n')).sort();
    const template = `spci_test_template_${key}`;
    expect(lines).toEqual(['built', template, template, template]);
    await dropTestDatabase(server.url, template);
  });

  test('is one, too, when it is built at once through two databases of the server', async () => {
    const key = newKey();
    const own = await createTestDatabase(server.url);
    const building: string[] = [];
    const build = async (url: string): Promise<void> => {
      building.push(new URL(url).pathname.slice(1));
      while (building.length < 2) await delay(10);
    };
    const templates = await Promise.all([server.url, own.url].map((url) => createTemplateDatabase(url, build, key)));
    expect(templates).toEqual(Array(2).fill(`spci_test_template_${key}`));
    expect(await databaseNames()).not.toEqual(expect.arrayContaining([expect.stringMatching(building.join('|'))]));
    await own.drop();
    await dropTestDatabase(server.url, `spci_test_template_${key}`);
  });

  test('does not exist until it is complete: a failed migration leaves none, and the next one builds it', async () => {
    const key = newKey();
    let building = '';
    const fail = async (url: string): Promise<void> => {
      building = new URL(url).pathname.slice(1);
      await migrate(url);
      throw new Error('half-way');
    };
    await expect(createTemplateDatabase(server.url, fail, key)).rejects.toThrow('half-way');
    expect(await databaseNames()).not.toContain(`spci_test_template_${key}`);
    expect(await databaseNames()).not.toContain(building);
    const template = await createTemplateDatabase(server.url, migrate, key);
    await dropTestDatabase(server.url, template);
  });
});

async function migrate(url: string): Promise<void> {
  await query(url, 'create table migrated (id serial)');
}

function newKey(): string {
  return randomBytes(8).toString('hex');
}

function urlWith(parts: Partial<Pick<URL, 'pathname' | 'port'>>): string {
  return Object.assign(new URL(server.url), parts).href;
}

async function databaseNames(): Promise<string[]> {
  const rows = await query(server.url, 'select datname from pg_database order by datname');
  return rows.map(({ datname }) => String(datname));
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
