// Makes the working version a release: keeps its description for ever and dates its heading. It commits, tags and pushes
// nothing; the last lines say how. A version that is released already is left alone.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { descriptionVersion as version } from '../generated/operations.ts';
import { digestOf, readReleases, releaseFile, releasesFile } from './compatibility/releases.ts';
import { withDate, withRelease } from './compatibility/release-texts.ts';

function refuse(reason: string): never {
  console.error(`not released: ${reason}`);
  process.exit(1);
}

const passes = (script: string, ...words: string[]): boolean =>
  spawnSync(process.execPath, [script, ...words], { stdio: 'inherit' }).status === 0;

async function rewrite(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

const description = await readFile('generated/openapi.json', 'utf8');
const known = (await readReleases()).find((release) => release.version === version);
if (known !== undefined && known.sha256 === digestOf(description)) {
  console.log(`${version} is released already, on ${known.released_on}`);
  process.exit(0);
}
const dirty = execFileSync('git', ['status', '--porcelain'], { encoding: 'utf8' });
if (dirty !== '') refuse(`the tree has changes that are not committed:\n${dirty.trimEnd()}`);
if (!passes('scripts/generate.ts', '--check')) refuse('generated/ is stale');
if (!passes('scripts/check-compatibility.ts')) refuse('see what the check found');
if (known !== undefined) refuse(`${version} was released on ${known.released_on} with another description`);

const releasedOn = new Date().toISOString().slice(0, 10);
const entry = { version, released_on: releasedOn, sha256: digestOf(description), supported_until: null };
await rewrite('CHANGELOG.md', (text) => withDate(text, version, releasedOn));
await writeFile(releaseFile(version), description);
await rewrite(releasesFile, (text) => withRelease(text, entry));
if (!passes('scripts/generate.ts')) refuse('the changelog of the API could not be written');
console.log(`${version} is written. Next:
  git add --all && git commit --message 'Release ${version}' && git tag --annotate v${version} --message 'Release ${version}'
  then, with the first change after it, the next version in openapi.yaml, package.json and package-lock.json, and its
  heading "(unreleased)" in CHANGELOG.md`);
