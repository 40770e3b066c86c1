// Generates, compiles and runs a client with each generator against a live server, and writes what came of it.
import { parseArgs } from 'node:util';
import { generators } from './generators/all.ts';
import { showTable, writeMatrix } from './report.ts';
import { hasPassed, type Row } from './row.ts';
import { installTools } from './tools.ts';
import { tryGenerator } from './try-generator.ts';
import { openSmokeWorld } from './world.ts';

const usage = `usage: npm run clients:matrix -- [--only ID,ID,…] [--list]
  --only  these generators; what is known of the others stays, as long as the description is the same
  --list  the generators' ids
Exit: 0 every client that could run passed, 1 one did not, 2 wrong words.`;

function chosen(): typeof generators | undefined {
  const { values } = parseArgs({ options: { only: { type: 'string' }, list: { type: 'boolean', default: false } } });
  if (values.list) console.log(generators.map(({ id }) => id).join('\n'));
  if (values.list) return [];
  const ids = values.only?.split(',') ?? generators.map(({ id }) => id);
  const unknown = ids.filter((id) => generators.every((generator) => generator.id !== id));
  if (unknown.length === 0) return generators.filter(({ id }) => ids.includes(id));
  console.error(`unknown: ${unknown.join(', ')}\n${usage}`);
  return undefined;
}

async function tryAll(): Promise<readonly Row[]> {
  const asked = chosen();
  if (asked === undefined || asked.length === 0) {
    process.exitCode = asked === undefined ? 2 : 0;
    return [];
  }
  await installTools(asked);
  const world = await openSmokeWorld();
  const rows: Row[] = [];
  try {
    for (const generator of asked) {
      const startedAt = performance.now();
      const row = await tryGenerator(generator, world);
      rows.push(row);
      const seconds = Math.round((performance.now() - startedAt) / 1000);
      console.log(
        `${generator.id}: ${row.calls_passed}/${row.calls} calls, ${seconds} s${row.note ? `; ${row.note}` : ''}`,
      );
      await writeMatrix([row]);
    }
  } finally {
    await world.stop();
  }
  return rows;
}

const rows = await tryAll();
if (rows.length > 0) {
  showTable(rows);
  process.exitCode = rows.every((row) => row.not_run === true || hasPassed(row)) ? 0 : 1;
}
