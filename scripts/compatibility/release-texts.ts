import { stringify } from 'yaml';
import type { ReleaseEntry } from './releases.ts';

/** `releases.yaml` with one more release; what stands in it already is not written anew. */
export function withRelease(text: string, entry: ReleaseEntry): string {
  return `${text.trimEnd()}\n${stringify([entry], { defaultStringType: 'PLAIN', singleQuote: true })}`;
}

/** `CHANGELOG.md` with the version's heading dated. */
export function withDate(changelog: string, version: string, releasedOn: string): string {
  const heading = `## ${version} (unreleased)\n`;
  if (!changelog.includes(heading)) throw new Error(`CHANGELOG.md has no heading "${heading.trim()}"`);
  return changelog.replace(heading, `## ${version} (${releasedOn})\n`);
}
