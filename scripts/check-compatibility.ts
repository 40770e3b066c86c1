// Compares openapi.yaml with every supported release: what would break its clients is refused, and the version has to
// say how much changed.
import { readFile } from 'node:fs/promises';
import { isNode, LineCounter, parse, parseDocument, type Document } from 'yaml';
import { descriptionVersion } from '../generated/operations.ts';
import { compare } from './compatibility/compare.ts';
import { bumpFrom, judge, type Finding } from './compatibility/judge.ts';
import { keysOf } from './compatibility/place.ts';
import { isSupported, readReleases } from './compatibility/releases.ts';
import type { Exception } from './lint/exceptions.ts';
import type { OpenApiDocument } from './generate/openapi-document.ts';

const counter = new LineCounter();
const source = parseDocument(await readFile('openapi.yaml', 'utf8'), { lineCounter: counter });
const description = source.toJS() as OpenApiDocument;
const { version } = description.info;
const today = new Date().toISOString().slice(0, 10);

/** Of the place, or of the nearest thing around it that is still there. */
function lineOf(document: Document, pointer: string): number {
  for (const keys = keysOf(pointer); keys.length > 0; keys.pop()) {
    const node = document.getIn(keys, true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}

async function versionsElsewhere(): Promise<Record<string, string>> {
  const [manifest, lock] = await Promise.all(
    ['package.json', 'package-lock.json'].map(async (file) => JSON.parse(await readFile(file, 'utf8'))),
  );
  return {
    'package.json': manifest.version,
    'package-lock.json': lock.version,
    'package-lock.json, packages': lock.packages[''].version,
    'generated/operations.ts': descriptionVersion,
  };
}

const sameVersions = Object.entries(await versionsElsewhere())
  .filter(([, other]) => other !== version)
  .map(([file, other]): Finding => ({
    rule: 'compatibility/one-version',
    location: '#/info/version',
    description: `The description is ${version} and ${file} says ${other}.`,
    remedy: 'One version names the description, the package and what is generated.',
  }));

const supported = (await readReleases()).filter((release) => isSupported(release, today));
const comparisons = await Promise.all(
  supported.map(async (release) => ({
    version: release.version,
    changes: await compare(release.description, description, today),
  })),
);
const exceptions = parse(
  await readFile(new URL('compatibility/exceptions.yaml', import.meta.url), 'utf8'),
) as Exception[];
const findings = [...sameVersions, ...judge(comparisons, version, exceptions, today)];
for (const { rule, location, description: what, remedy, since } of findings)
  console.error(
    `${rule} at ${location} (openapi.yaml:${lineOf(source, location)})${since === undefined ? '' : `, since ${since}`}\n  ${what}\n  ${remedy}`,
  );
const last = comparisons.at(-1);
console.log(
  `${findings.length} findings against ${supported.map((release) => release.version).join(', ')}` +
    (last === undefined ? '' : `; since ${last.version} the required bump is ${bumpFrom(last)}`),
);
process.exitCode = findings.length === 0 ? 0 : 1;
