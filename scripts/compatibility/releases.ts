import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { OpenApiDocument } from '../generate/openapi-document.ts';
import { compareVersions } from './version.ts';

/** An entry of `releases.yaml`. */
export interface ReleaseEntry {
  readonly version: string;
  readonly released_on: string;
  /** Of its description, which never changes again. */
  readonly sha256: string;
  /** Last day on which its clients are served unharmed; null while no end is set. */
  readonly supported_until: string | null;
}

export interface Release extends ReleaseEntry {
  readonly description: OpenApiDocument;
}

export const releasesFile = 'scripts/compatibility/releases.yaml';
export const releaseFile = (version: string): string => `generated/releases/${version}.json`;
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

async function readRelease(entry: ReleaseEntry): Promise<Release> {
  const text = await readFile(releaseFile(entry.version), 'utf8');
  if (digestOf(text) !== entry.sha256)
    throw new Error(`${releaseFile(entry.version)} is not what was released; restore it, it never changes`);
  return { ...entry, description: JSON.parse(text) as OpenApiDocument };
}

/** Every release, the oldest first, each exactly as it was released. */
export async function readReleases(): Promise<Release[]> {
  const entries = parse(await readFile(releasesFile, 'utf8')) as ReleaseEntry[];
  const sorted = entries.toSorted((one, other) => compareVersions(one.version, other.version));
  return Promise.all(sorted.map(readRelease));
}

export const isSupported = ({ supported_until: until }: ReleaseEntry, today: string): boolean =>
  until === null || until >= today;
