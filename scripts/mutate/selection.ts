import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describedOperations, type Operation } from './described-operations.ts';

const generatedDirectory = 'contract-tests/http';
/** Their subject is the parser of the server, or its memory: in front of it stands another parser here. */
const excluded = ['framing.test.ts', 'content-type-cache.test.ts'];

const kebab = (id: string): string => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

export const ownFileOf = ({ id, slice }: Operation): string =>
  `contract-tests/operations/${slice}/${kebab(id)}.test.ts`;

/** Tests made for an operation carry its id or its address; this finds those that carry that of no other one. */
export function namePatternOf(operation: Operation): string {
  const names = describedOperations.flatMap(({ id, path }) => [id, path]);
  const others = new Set(names.filter((name) => name !== operation.id && name !== operation.path));
  return `^(?!.*(?:^|\\s)(?:${[...others].map(escaped).join('|')})(?:\\s|$))`;
}

function mentions(text: string, { id, path }: Operation): boolean {
  const address = new RegExp(`${escaped(path).replace(/\\\{\w+\\\}/g, '[^/`\'"\\s]+')}[\`'"?\\s]`);
  return text.includes(`'${id}'`) || address.test(text);
}

export interface SelectedFile {
  readonly file: string;
  /** Only tests of such names; all of them where it is undefined. */
  readonly namePattern: string | undefined;
}

export interface Selector {
  /** The files that test the operation, its own first, then those that are made from the description. */
  filesFor(operation: Operation): readonly SelectedFile[];
  readonly everyFile: readonly string[];
}

export async function readSelector(): Promise<Selector> {
  const all = await readdir(generatedDirectory);
  const names = all.filter((name) => name.endsWith('.test.ts') && !name.endsWith('.pg.test.ts')).sort();
  const files = names.filter((name) => !excluded.includes(name)).map((name) => join(generatedDirectory, name));
  const texts = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
  const isGenerated = (text: string): boolean => /generated\/operations|declared-requests/.test(text);
  return {
    everyFile: [...describedOperations.map(ownFileOf), ...names.map((name) => join(generatedDirectory, name))],
    filesFor: (operation) => {
      const namePattern = namePatternOf(operation);
      const generated = texts.filter(({ text }) => isGenerated(text));
      const mentioning = texts.filter(({ text }) => !isGenerated(text) && mentions(text, operation));
      return [
        { file: ownFileOf(operation), namePattern: undefined },
        ...generated.map(({ file }) => ({ file, namePattern })),
        ...mentioning.map(({ file }) => ({ file, namePattern: undefined })),
      ];
    },
  };
}
