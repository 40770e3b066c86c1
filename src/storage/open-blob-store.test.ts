import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ConfigurationError, settingsFrom } from '../config.ts';
import { startS3Peer } from '../testing/s3-peer.ts';
import type { BlobStore } from './blob-store.ts';
import { openBlobStore } from './open-blob-store.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spci-blobs-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

async function open(blobs: string, environment: Record<string, string> = {}): Promise<BlobStore> {
  return openBlobStore(settingsFrom({ ...environment, SPCI_BLOBS: blobs }));
}

test('file: opens a directory, absolute, relative or as a URL, and makes it', async () => {
  const relativeDirectory = relative(process.cwd(), join(directory, 'relative %20'));
  const stores = [`file:${directory}/absolute`, `file:${relativeDirectory}`, `file://${directory}/in%20a%20URL`];
  for (const url of stores) await (await open(url)).check();
  for (const name of ['absolute', 'relative %20', 'in a URL']) expect(existsSync(join(directory, name))).toBe(true);
});

test('anything else is refused without repeating it', async () => {
  const refused = [
    ...['/var/lib/spci', 'file:', 'https://user:password@host/', 'file://host/share', 'file://%'],
    ...['s3:', 's3://', 's3://b', 's3://Bucket/x', 's3://user:password@bucket', 's3://bucket/a b', 's3://bucket//x'],
  ];
  for (const url of refused)
    await expect(open(url)).rejects.toThrow(new ConfigurationError('SPCI_BLOBS', 'file:DIR or s3://bucket/prefix'));
});

describe('s3:', () => {
  test('opens a bucket that takes what it is given, and refuses one that does not, without a word of the secret', async () => {
    const peer = await startS3Peer();
    const { SPCI_BLOBS = '', ...environment } = peer.environment;
    Object.assign(process.env, environment);
    for (const url of [SPCI_BLOBS, 's3://contents', 's3://contents/', 's3://contents/a/b/'])
      await (await open(url, environment)).check();
    await expect(open('s3://another', environment)).rejects.toThrow(ConfigurationError);
    process.env['AWS_SECRET_ACCESS_KEY'] = 'a wrong secret';
    const refusal = open(SPCI_BLOBS, environment);
    await expect(refusal).rejects.toThrow(
      new ConfigurationError('SPCI_BLOBS', 'the store refuses: SignatureDoesNotMatch'),
    );
    await peer.stop();
    await open(SPCI_BLOBS, environment);
  });

  test('takes an address of a service with neither credentials nor a query', async () => {
    for (const SPCI_S3_ENDPOINT of ['minio:9000', 'ftp://minio', 'https://key:secret@minio', 'https://minio/?x=1'])
      await expect(open('s3://contents', { SPCI_S3_ENDPOINT })).rejects.toMatchObject({ setting: 'SPCI_S3_ENDPOINT' });
  });
});
