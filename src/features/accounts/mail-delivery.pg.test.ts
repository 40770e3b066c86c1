import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { settingsFrom } from '../../config.ts';
import type { OpenDatabase } from '../../db/open-database.ts';
import { createLogger } from '../../logger.ts';
import type { MailTransport } from '../../mail/mail-transport.ts';
import { newKey } from '../../secrets.ts';
import { openMigratedPostgres } from '../../testing/migrated-postgres.ts';
import { deliverMail } from './mail-delivery.ts';
import { askForMail } from './outgoing-mail.ts';
import { claimDueMail } from './outgoing-mail.queries.ts';

let opened: OpenDatabase;
const settings = settingsFrom({ SPCI_LIMITS: 'mail=3/900' });

beforeAll(async () => {
  opened = await openMigratedPostgres();
});
afterAll(async () => {
  await opened.close();
});

test('what four replicas send at once goes out once each', async () => {
  const key = newKey();
  const { db } = opened;
  const logger = createLogger('silent');
  const context = { db, settings, logger, keys: { active: key, all: [key] }, stopping: new AbortController().signal };
  const sent: string[] = [];
  const transport: MailTransport = { kind: 'outbox', send: async ({ to }) => void sent.push(to) };
  const addresses = Array.from({ length: 24 }, (_, number) => `newcomer-${number}@example.org`).toSorted();
  await Promise.all(addresses.map((email) => askForMail(context, 'signup', email)));
  await Promise.all([1, 2, 3, 4].map(() => deliverMail(context, transport)));
  expect(sent.toSorted()).toEqual(addresses);
});

test('a sender takes what another does not hold, and waits for none', async () => {
  const schedule = { firstWaitMs: 60_000, doublingsMax: 5, lifeSeconds: 60 };
  for (const name of ['first', 'second'])
    await askForMail({ db: opened.db, settings }, 'signup', `${name}@example.org`);
  const held = await opened.db.transaction().execute(async (trx) => {
    const first = await claimDueMail(trx, schedule);
    const second = await claimDueMail(opened.db, schedule);
    return [first?.email, second?.email];
  });
  expect(held).toEqual(['first@example.org', 'second@example.org']);
  await expect(claimDueMail(opened.db, schedule)).resolves.toBeUndefined();
});

test('those who ask at once for one address do not get more than the limit together', async () => {
  const asked = Array.from({ length: 12 }, () =>
    askForMail({ db: opened.db, settings }, 'password_reset', 'a@example.org'),
  );
  expect((await Promise.all(asked)).filter(Boolean).length).toBe(3);
});
