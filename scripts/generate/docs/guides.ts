import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const directory = join(import.meta.dirname, '../../../src/guides');

/** In the order in which somebody new needs them. */
const inOrder = [
  'first-token',
  'first-run',
  'worker',
  'approving-outputs',
  'failures',
  'registering-sites',
  'preflight',
  'promise-tokens',
  'deployment',
  'errors-and-limits',
  'deprecations',
  'regions',
];

export interface Guide {
  readonly file: string;
  readonly title: string;
  /** Markdown below the title. */
  readonly text: string;
}

async function readGuide(name: string): Promise<Guide> {
  const file = `src/guides/${name}.md`;
  const markdown = await readFile(join(directory, `${name}.md`), 'utf8');
  const [, title, text] = /^# (.+)\n+([\s\S]+)$/.exec(markdown) ?? [];
  if (title === undefined || text === undefined) throw new Error(`${file}: begin with one title`);
  return { file, title, text };
}

export async function readGuides(): Promise<Guide[]> {
  const found = (await readdir(directory)).filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -3));
  const unplaced = found.filter((name) => !inOrder.includes(name));
  if (unplaced.length > 0) throw new Error(`src/guides: give ${unplaced.join(', ')} a place in the order`);
  return Promise.all(inOrder.map(readGuide));
}
