import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describedOperations, type Operation } from './described-operations.ts';
import type { Mutant, MutantClass } from './mutant.ts';

const generatedDirectory = 'contract-tests/http';
/** Their subject is the parser of the server, or its memory: in front of it stands another parser here. */
const excluded = ['framing.test.ts', 'content-type-cache.test.ts'];

const guarded = 'every-operation-is-guarded';
const good = 'good-requests';

/** Files of tests made from the description in which a defect of the class shows at any operation. */
const showingClass: Readonly<Record<MutantClass, readonly string[]>> = {
  auth: [guarded],
  ownership: ['ownership'],
  status: [good],
  headers: [good],
  schema: [good],
  'negative input': ['bad-parameters'],
  paging: ['lists'],
  state: ['reads-after-writes', 'created-and-deleted'],
  semantics: [good],
};

/** And those of a mutant that shows elsewhere; with none it is looked for in the operation's own tests. */
const showingMutant: Readonly<Record<string, readonly string[]>> = {
  'header-token-refused': [good],
  'wider-scopes-granted': [],
  'wrong-password-taken': [],
  'revoked-token-lives': [],
  'neighbour-served': [],
  '404-as-200': ['ownership'],
  '404-as-400': ['ownership'],
  '403-as-404': [guarded],
  '403-as-401': [guarded],
  '401-as-403': [guarded],
  '401-as-404': [guarded],
  '400-as-422': ['bad-parameters', 'bad-bodies'],
  '400-as-500': ['bad-parameters', 'bad-bodies'],
  '405-as-404': ['methods'],
  '406-as-200': ['negotiation'],
  '409-as-400': [],
  '413-as-400': ['uploads'],
  '415-as-400': ['negotiation'],
  '422-as-400': [],
  'www-authenticate-dropped': [guarded],
  'allow-dropped': ['methods'],
  'retry-after-dropped': ['every-operation-is-limited'],
  'idempotency-replayed-dropped': ['idempotency-key'],
  'location-elsewhere': ['created-and-deleted'],
  'allow-incomplete': ['methods'],
  'scope-not-named': [guarded],
  'reset-in-the-past': ['every-operation-is-limited'],
  'etag-of-something-else': [],
  'wrong-digest': [good],
  'request-id-not-echoed': ['methods'],
  'range-ignored': [],
  'body-to-head': ['methods'],
  'head-counted-zero': ['methods'],
  'failure-as-page': [guarded, 'bad-parameters'],
  'failure-without-code': [guarded, 'bad-parameters'],
  'unknown-code': [guarded, 'bad-parameters'],
  'failure-without-request-id': [guarded, 'bad-parameters'],
  'stack-leaked': [guarded, 'bad-parameters'],
  'statement-leaked': [guarded, 'bad-parameters'],
  'token-echoed': [guarded],
  'unknown-property-taken': ['bad-bodies'],
  'missing-property-taken': ['bad-bodies'],
  'long-text-cut': ['bad-bodies'],
  'number-in-body-clamped': ['bad-bodies'],
  'strange-text-taken': ['bad-bodies'],
  'types-coerced': ['bad-bodies'],
  'null-taken': ['bad-bodies'],
  'wrong-field-blamed': ['bad-parameters', 'bad-bodies'],
  'maximum-refused': ['values-at-bounds'],
  'longest-text-refused': ['values-at-bounds'],
  'any-media-type-taken': ['negotiation'],
  'half-json-taken': ['bad-bodies'],
};

const kebab = (id: string): string => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
/** Words of a test's name, without what ends a part of a sentence. */
const wordsOf = (testName: string): string[] => testName.split(/[,;:]? /);
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const fileOf = (name: string): string => join(generatedDirectory, `${name}.test.ts`);

export const ownFileOf = ({ id, slice }: Operation): string =>
  `contract-tests/operations/${slice}/${kebab(id)}.test.ts`;

/** Whether the words of a test's name tell its id, or its address with no method or its own one in front. */
function isNamedBy(words: readonly string[], { id, path, method }: Operation): boolean {
  const isOther = (word: string | undefined): boolean => /^[A-Z]{3,}$/.test(word ?? '') && word !== method;
  return words.some((word, index) => word === id || (word === path && !isOther(words[index - 1])));
}

/** Those of the operations that a test made for one of them names. */
export function namedIn(testName: string, operations: readonly Operation[] = describedOperations): Operation[] {
  const words = wordsOf(testName);
  return operations.filter((operation) => isNamedBy(words, operation));
}

function mentions(text: string, { id, path }: Operation): boolean {
  const address = new RegExp(`${escaped(path).replace(/\\\{\w+\\\}/g, '[^/`\'"\\s]+')}[\`'"?\\s]`);
  return text.includes(`'${id}'`) || address.test(text);
}

export interface Selector {
  /** The files whose tests of each operation show the mutant, the most telling first. */
  showing(mutant: Mutant): readonly string[];
  /** Every file that tests the operation: its own, those that call it, those that are made from the description. */
  testing(operation: Operation): readonly string[];
  /** Those that start no server of their own: behind a null server it would stand idle. */
  readonly onSharedServer: readonly string[];
}

function showingFiles({ id, class: name }: Mutant): string[] {
  const files = (showingMutant[id] ?? showingClass[name]).map(fileOf);
  for (const file of files) if (!existsSync(file)) throw new Error(`${id} is shown by ${file}, which is not there`);
  return files;
}

export async function readSelector(): Promise<Selector> {
  const all = await readdir(generatedDirectory);
  const names = all.filter((name) => name.endsWith('.test.ts') && !name.endsWith('.pg.test.ts')).sort();
  const files = names.filter((name) => !excluded.includes(name)).map((name) => join(generatedDirectory, name));
  const own = describedOperations.map(ownFileOf);
  const read = async (file: string) => ({ file, text: await readFile(file, 'utf8') });
  const texts = await Promise.all(files.map(read));
  const tested = [...(await Promise.all(own.map(read))), ...texts];
  const isGenerated = (text: string): boolean => /generated\/operations|declared-requests/.test(text);
  return {
    onSharedServer: tested.filter(({ text }) => !text.includes('startOwnServer')).map(({ file }) => file),
    showing: showingFiles,
    testing: (operation) => [
      ownFileOf(operation),
      ...texts.filter(({ text }) => !isGenerated(text) && mentions(text, operation)).map(({ file }) => file),
      ...texts.filter(({ text }) => isGenerated(text)).map(({ file }) => file),
    ],
  };
}
