import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client as FtpClient } from 'basic-ftp';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../harness/client.ts';
import { logIn, queueOf, refusal, type FtpLogin } from '../harness/ftp-clients.ts';
import { startServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { openWorld, sha256 } from '../harness/world.ts';

const samples = join(import.meta.dirname, '../../scripts/demo/samples');

describe('a server with a certificate', () => {
  const pem = (name: string): string => join(import.meta.dirname, '../harness', name);
  let other: ServerProcess;
  let theirs: FtpLogin;
  let person: Client;

  beforeAll(async () => {
    other = await startServerProcess({
      environment: {
        SPCI_FTP_CERTIFICATE_FILE: pem('ftp-certificate.pem'),
        SPCI_FTP_KEY_FILE: pem('ftp-key.pem'),
        SPCI_FTP_HOST: 'localhost',
        SPCI_FTP_PASSIVE_PORTS: '40100-40199',
      },
    });
    person = (await openWorld(other.url)).admin;
    theirs = await person.expect('getFtpCredentials', 200);
    expect(theirs.host).toBe('localhost');
  });
  afterAll(() => other.stop());

  test('takes names, passwords and files by TLS', async () => {
    const ca = await readFile(pem('ftp-certificate.pem'));
    const client = await logIn(
      { ...theirs, host: '127.0.0.1' },
      { secure: true, secureOptions: { ca, servername: 'localhost' } },
    );
    const file = join(samples, 'row-out-of-bounds.m2ts');
    await client.uploadFrom(file, 'row-out-of-bounds.m2ts');
    client.close();
    const waiting = (await queueOf(person)).find(({ original_name }) => original_name === 'row-out-of-bounds.m2ts');
    expect(waiting?.sha).toBe(sha256(await readFile(file)));
  });

  test('takes no file without it, though the password came by it', async () => {
    const client = new FtpClient(20_000);
    await client.connect('127.0.0.1', theirs.port);
    await client.useTLS({ ca: await readFile(pem('ftp-certificate.pem')), servername: 'localhost' });
    await client.login(theirs.username, theirs.password);
    expect(await refusal(client.send('EPSV'))).toBe(522);
    client.close();
  });

  test('takes no password without it', async () => {
    expect(await refusal(logIn({ ...theirs, host: '127.0.0.1' }))).toBe(530);
  });
});
