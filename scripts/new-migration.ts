// Begins a migration, `npm run new-migration -- create-things`: its file, named after this minute, and its place in the
// order. Without a name it puts into order what is there.
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const directory = 'src/db/migrations';

const begun = `import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql\`\`.execute(db);
}
`;

const variableOf = (name: string): string =>
  name.replace(/^\w+-/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function indexOf(names: readonly string[]): string {
  const imports = names.map((name) => `import * as ${variableOf(name)} from './${name}.ts';`);
  const entries = names.map((name) => `  '${name}': ${variableOf(name)},`);
  return `import type { Migration } from 'kysely/migration';
${imports.join('\n')}

/** In order; forward only. A migration never changes once it has run anywhere. */
export const migrations: Readonly<Record<string, Migration>> = {
${entries.join('\n')}
};
`;
}

const [idea] = process.argv.slice(2);
if (idea !== undefined) {
  if (!/^[a-z]+(-[a-z0-9]+)+$/.test(idea)) throw new Error('a migration is named in words with hyphens: create-things');
  const minute = `${new Date().toISOString().slice(0, 16).replace(/[-:]/g, '')}00Z`;
  const file = join(directory, `${minute}-${idea}.ts`);
  await writeFile(file, begun, { flag: 'wx' });
  console.log(file);
}
const files = await readdir(directory);
const names = files
  .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
  .map((file) => file.slice(0, -'.ts'.length));
await writeFile(join(directory, 'index.ts'), indexOf(names.sort()));
