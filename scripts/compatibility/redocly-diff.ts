import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Change, Level } from './change.ts';
import { keysOf, parameterName, placeAt } from './place.ts';
import { additionFrom, describeDifference, operationAt } from './describe-difference.ts';

interface Side {
  readonly pointer: string;
  readonly value?: unknown;
}

/** One entry of the report that `redocly diff --format json` writes. */
export interface Difference {
  /** As one reads the document from its operations; what is shared is told once, at its first use. */
  readonly path: string;
  readonly typeName: string;
  readonly kind: 'added' | 'removed' | 'modified';
  readonly impact: 'major' | 'minor' | 'patch';
  readonly verdicts: readonly { readonly ruleId: string; readonly message: string }[];
  readonly property?: string;
  readonly base?: Side;
  readonly revision?: Side;
}

const environment = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
const configuration = new URL('../redocly-diff.yaml', import.meta.url).pathname;
const reportBytesMax = 2 ** 28;

async function differencesOf(before: object, after: object): Promise<readonly Difference[]> {
  const directory = await mkdtemp(join(tmpdir(), 'spci-diff-'));
  try {
    const files = [before, after].map((_, position) => join(directory, `${position}.json`));
    await Promise.all([before, after].map((document, at) => writeFile(files[at] ?? '', JSON.stringify(document))));
    const words = ['diff', '--config', configuration, '--format', 'json', '--fail-on', 'none', ...files];
    const options = { env: environment, maxBuffer: reportBytesMax };
    const { stdout } = await promisify(execFile)('redocly', words, options);
    return (JSON.parse(stdout) as { changes: readonly Difference[] }).changes;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** What rules of our own judge: by meaning, or where the tool sees nothing. */
const ownVerdicts = new Set([
  'operation-removed',
  'path-removed',
  'parameter-removed',
  'security-requirement-changed',
  'enum-values-added',
  'enum-values-removed',
]);

const ownTypes = /^(SpecExtension|PathItem|Operation|ParameterList|Parameter|Link|LinksMap)$/;

function isOwn({ typeName, kind, property = '', verdicts }: Difference): boolean {
  const judged = verdicts.length > 0 && verdicts.every(({ ruleId }) => ownVerdicts.has(ruleId));
  const silent = verdicts.length === 0 && /^x-|^(default|deprecated|enum|version)$/.test(property);
  const told = verdicts.length === 0 && kind !== 'modified' && ownTypes.test(typeName);
  return judged || silent || told;
}

const upper = new Set(['maximum', 'maxLength', 'maxItems', 'maxProperties']);
const lower = new Set(['minimum', 'minLength', 'minItems', 'minProperties']);
const int32Max = 2_147_483_647;

/** A failure that no longer happens harms nobody; a success that does not, everybody. */
function isLostFailure({ typeName, kind, base }: Difference): boolean {
  return typeName === 'Response' && kind === 'removed' && /[45]\d\d$/.test(base?.pointer ?? '');
}

/**
 * A wider bound asks less of requests. In answers it breaks only clients that keep numbers in a type of the old width.
 */
function isHarmlessWidening({ property = '', base, revision }: Difference): boolean {
  const [was, is] = [base?.value, revision?.value];
  if (typeof was !== 'number' || typeof is !== 'number') return false;
  if (property === 'maximum' && was <= int32Max && is > int32Max) return false;
  return upper.has(property) ? is > was : lower.has(property) && is < was;
}

const levels: Readonly<Record<Difference['impact'], Level>> = {
  major: 'breaking',
  minor: 'additive',
  patch: 'documentation',
};
const kinds = { added: 'added', removed: 'removed', modified: 'changed' } as const;
const remedy =
  'Keep what clients rely on and add beside it (a further field, parameter, value or operation); deprecate the old.';

/** The tool names a parameter by its position; people by its name. */
function parameterAt(document: object, location: string): string {
  const keys = keysOf(location);
  const depth = keys.indexOf('parameters') + 2;
  const parameter = depth < 2 || keys.length <= depth ? undefined : placeAt(document, ...keys.slice(0, depth));
  return typeof parameter?.value['name'] === 'string' ? `\`${parameterName(parameter)}\`: ` : '';
}

function changesFrom(difference: Difference, after: object): Change[] {
  const location = difference.revision?.pointer ?? difference.base?.pointer ?? difference.path;
  const common = { kind: kinds[difference.kind], location, operation: operationAt(location), remedy };
  const verdicts = difference.verdicts.filter(({ ruleId }) => !ownVerdicts.has(ruleId));
  const addition = additionFrom(difference);
  if (verdicts.length === 0)
    return [
      {
        ...common,
        ...(addition === undefined ? {} : { addition }),
        rule: `${difference.typeName.toLowerCase()}-${common.kind}`,
        level: levels[difference.impact],
        description: describeDifference(difference),
      },
    ];
  const harmless = isHarmlessWidening(difference) || isLostFailure(difference);
  const level = harmless ? 'additive' : levels[difference.impact];
  const subject = parameterAt(after, location);
  return verdicts.map(({ ruleId, message }) => ({ ...common, rule: ruleId, level, description: subject + message }));
}

/** The differences that `redocly diff` sees, rated by its `diff-recommended` rules. */
export async function redoclyChanges(before: object, after: object): Promise<Change[]> {
  const differences = await differencesOf(before, after);
  return differences.filter((difference) => !isOwn(difference)).flatMap((difference) => changesFrom(difference, after));
}
