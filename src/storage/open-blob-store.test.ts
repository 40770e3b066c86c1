import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ConfigurationError } from '../config.ts';
import { openBlobStore } from './open-blob-store.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spci-blobs-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

test('file: opens a directory, absolute, relative or as a URL, and makes it', async () => {
  const relativeDirectory = relative(process.cwd(), join(directory, 'relative %20'));
  const stores = [`file:${directory}/absolute`, `file:${relativeDirectory}`, `file://${directory}/in%20a%20URL`];
  for (const url of stores) await (await openBlobStore(url)).check();
  for (const name of ['absolute', 'relative %20', 'in a URL']) expect(existsSync(join(directory, name))).toBe(true);
});

test('s3: is not available yet and says so, naming the setting', async () => {
  await expect(openBlobStore('s3://bucket/prefix')).rejects.toThrow(ConfigurationError);
  await expect(openBlobStore('s3://bucket/prefix')).rejects.toThrow('SPCI_BLOBS: s3 blobs are not available yet');
});

test('anything else is refused without repeating it', async () => {
  for (const url of ['', 'file:', '/var/lib/spci', 'https://user:password@host/', 'file://host/share', 'file://%']) {
    const refusal = openBlobStore(url);
    await expect(refusal).rejects.toThrow(new ConfigurationError('SPCI_BLOBS', 'file:DIR or s3://bucket/prefix'));
  }
});
