// Generates, compiles and runs a client with each generator against a live server, and writes what came of it.
import { parseArgs } from 'node:util';
import type { Generator } from './generator.ts';
import { generators } from './generators/all.ts';
import { showTable, writeMatrix } from './report.ts';
import { hasPassed, type Row } from './row.ts';
import { installTools } from './tools.ts';
import { tryGenerator } from './try-generator.ts';
import { openSmokeWorld } from './world.ts';

const usage = `usage: npm run clients:matrix -- [--only ID,ID,…] [--dry] [--list]
  --only  these generators; what is known of the others stays, as long as the description is the same
  --dry   writes nothing into generated/
  --list  the generators' ids
Exit: 0 every client that could run passed, 1 one did not, 2 wrong words.`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    dry: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
});

async function tryAll(asked: readonly Generator[]): Promise<readonly Row[]> {
  await installTools(asked);
  const world = await openSmokeWorld();
  const rows: Row[] = [];
  try {
    for (const generator of asked) {
      const startedAt = performance.now();
      const row = await tryGenerator(generator, world);
      rows.push(row);
      const seconds = Math.round((performance.now() - startedAt) / 1000);
      const note = row.note === undefined ? '' : `; ${row.note}`;
      console.log(`${generator.id}: ${row.calls_passed}/${row.calls} calls, ${seconds} s${note}`);
      if (!values.dry) await writeMatrix([row]);
    }
  } finally {
    await world.stop();
  }
  return rows;
}

/** The exit code. */
async function main(): Promise<number> {
  const known = generators.map(({ id }) => id);
  const ids = values.only?.split(',') ?? known;
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length > 0) console.error(`unknown: ${unknown.join(', ')}\n${usage}`);
  if (values.list) console.log(known.join('\n'));
  if (unknown.length > 0 || values.list) return unknown.length > 0 ? 2 : 0;
  const rows = await tryAll(generators.filter(({ id }) => ids.includes(id)));
  showTable(rows);
  return rows.every((row) => row.not_run === true || hasPassed(row)) ? 0 : 1;
}

process.exitCode = await main();
