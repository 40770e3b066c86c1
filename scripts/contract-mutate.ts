// Proves the contract suite: plants defects into what a real server answers and into the description, and expects tests
// to go red. --list, --only <id>, --at <operation>, --class <class>, --operations <per mutant>, --seed <number>, --lanes <processes>
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { descriptionMutants } from './mutate/description-mutants.ts';
import { tryDescriptions } from './mutate/description-trials.ts';
import type { LaneTask } from './mutate/lane.ts';
import { runInLanes } from './mutate/lanes.ts';
import type { Mutant } from './mutate/mutant.ts';
import { everyMutant } from './mutate/mutants/every-mutant.ts';
import type { NullServerCount, NullServerId } from './mutate/null-servers.ts';
import { rotate } from './mutate/rotation.ts';
import { isEnough, scoreOf, totalTable, totalsOf, trialTable, type MutantScore } from './mutate/score.ts';
import { readSelector } from './mutate/selection.ts';
import type { TrialOutcome } from './mutate/trial.ts';
import { close } from './run-checks.ts';

const reportFile = 'contract-tests/.mutation-report.json';

const { values: options } = parseArgs({
  options: {
    list: { type: 'boolean', default: false },
    only: { type: 'string' },
    at: { type: 'string' },
    class: { type: 'string' },
    operations: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    lanes: { type: 'string', default: '2' },
  },
});
const lanes = Number(options.lanes);
const isWhole = [options.only, options.at, options.class].every((choice) => choice === undefined);

const isChosen = (id: string, name: string): boolean =>
  (options.only === undefined || id === options.only) && (options.class === undefined || name === options.class);

async function tryMutants(mutants: readonly Mutant[]): Promise<MutantScore[]> {
  const rotated = rotate(
    mutants,
    options.at === undefined ? Number(options.operations) : Infinity,
    Number(options.seed),
  );
  const trials = rotated.filter(({ operation }) => options.at === undefined || operation.id === options.at);
  const tasks = trials.map(({ mutant, operation }): LaneTask => ({
    kind: 'trial',
    trial: { mutantId: mutant.id, operationId: operation.id },
  }));
  const outcomes: TrialOutcome[] = [];
  await runInLanes<TrialOutcome>(tasks, lanes, (outcome) => {
    outcomes.push(outcome);
    const told = outcome.killed ? 'killed  ' : 'SURVIVED';
    console.log(`${told} ${outcome.mutantId} at ${outcome.operationId}, ${Math.round(outcome.ms)} ms`);
    for (const test of outcome.unreliable) console.log(`         red without the mutant too: ${test}`);
  });
  return scoreOf(mutants, outcomes);
}

interface NullServerTotal {
  readonly server: NullServerId;
  readonly failed: number;
  readonly passed: number;
  /** Files in which no test went red. */
  readonly deceived: readonly string[];
}

async function meetNullServers(): Promise<NullServerTotal[]> {
  const { everyFile } = await readSelector();
  const servers: NullServerId[] = ['always-200', 'described-mock'];
  const tasks = servers.flatMap((server) => everyFile.map((file): LaneTask => ({ kind: 'null server', server, file })));
  const counts: NullServerCount[] = [];
  await runInLanes<NullServerCount>(tasks, lanes, (count) => counts.push(count));
  return servers.map((server) => {
    const own = counts.filter((count) => count.server === server);
    const sumOf = (what: 'failed' | 'passed'): number => own.reduce((total, count) => total + count[what], 0);
    const deceived = own.filter(({ failed }) => failed === 0).map(({ file }) => file);
    return { server, failed: sumOf('failed'), passed: sumOf('passed'), deceived };
  });
}

async function main(): Promise<void> {
  const startedAt = performance.now();
  const [ofServer, ofDescription] = await Promise.all([
    tryMutants(everyMutant.filter((mutant) => isChosen(mutant.id, mutant.class))),
    tryDescriptions(
      descriptionMutants.filter(({ id }) => isChosen(id, 'description')),
      ({ id, killed, trials }) =>
        console.log(`${killed ? 'killed  ' : 'SURVIVED'} ${id}: ${trials[0]?.killer?.test ?? ''}`),
    ),
  ]);
  const scores = [...ofServer, ...ofDescription];
  const nullServers = isWhole ? await meetNullServers() : [];
  console.log(trialTable(scores));
  console.log(totalTable(scores));
  for (const { server, failed, passed, deceived } of nullServers) {
    console.log(`null server ${server}: ${failed} of ${failed + passed} tests failed`);
    for (const file of deceived) console.log(`  no test failed in ${file}`);
  }
  const survivors = scores.filter(({ killed }) => !killed);
  for (const { id, defect, trials } of survivors)
    for (const { operationId, killed } of trials)
      if (!killed) console.log(`SURVIVOR ${id} at ${operationId}: ${defect}`);
  const totals = totalsOf(scores);
  const ms = Math.round(performance.now() - startedAt);
  await writeFile(
    reportFile,
    JSON.stringify({ seed: options.seed, ms, totals, nullServers, mutants: scores }, null, 1),
  );
  const killed = scores.length - survivors.length;
  console.log(`mutation score ${killed}/${scores.length}, ${Math.round(ms / 1000)} s, seed ${options.seed}`);
  const missed = totals.filter((total) => !isEnough(total)).length;
  const fooled = nullServers.filter(({ failed }) => failed === 0).length;
  close({ passed: killed + nullServers.length - fooled, failed: missed + fooled });
}

function list(): void {
  const described = descriptionMutants.map((mutant) => ({ ...mutant, class: 'description' }));
  for (const { id, class: name, defect } of [...everyMutant, ...described])
    console.log(`${id.padEnd(32)} ${name.padEnd(16)} ${defect}`);
}

if (options.list) list();
else await main();
