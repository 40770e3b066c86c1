import { readFileSync } from 'node:fs';
import { everyOperation, type DeclaredOperation } from './declared-requests.ts';

type Language = 'curl' | 'TypeScript' | 'Python';

interface Definition {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly 'x-codeSamples'?: readonly { label: Language; source: string }[] }>>
    >
  >;
}

/** What the page shows, out of the page itself: a sample that is only in the generator proves nothing. */
function shownDefinition(): Definition {
  const page = readFileSync(new URL('../../generated/docs.html', import.meta.url), 'utf8');
  const [, json] = /^ *const __redoc_definition = (.*);$/m.exec(page) ?? [];
  if (json === undefined) throw new Error('the page holds no description');
  return JSON.parse(json) as Definition;
}

const definition = shownDefinition();

/** The sample that the page shows for an operation. */
export function shownSample({ id, path, method }: DeclaredOperation, language: Language): string {
  const samples = definition.paths[path]?.[method.toLowerCase()]?.['x-codeSamples'] ?? [];
  const source = samples.find(({ label }) => label === language)?.source;
  if (source === undefined) throw new Error(`${id} has no sample in ${language}`);
  return source;
}

export const shownSamples = (language: Language): { readonly id: string; readonly source: string }[] =>
  everyOperation.map((operation) => ({ id: operation.id, source: shownSample(operation, language) }));
