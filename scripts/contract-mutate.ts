// Proves the contract suite: plants defects into what a real server answers and into the description, and expects tests
// to go red. --list, --only <mutant>, --at <operation>, --class <class>, --operations <most per mutant>, --seed <number>,
// --lanes <processes>
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { descriptionMutants } from './mutate/description-mutants.ts';
import { tryDescriptions } from './mutate/description-trials.ts';
import type { LaneTask } from './mutate/lane.ts';
import { runInLanes } from './mutate/lanes.ts';
import { isStrict, type Mutant } from './mutate/mutant.ts';
import { everyMutant } from './mutate/mutants/every-mutant.ts';
import type { NullServerId, NullServerOutcome } from './mutate/null-servers.ts';
import { rotate, type Trial } from './mutate/rotation.ts';
import { roundsOf } from './mutate/rounds.ts';
import { isEnough, outcomeLine, scoreOf, totalTable, totalsOf, type MutantScore } from './mutate/score.ts';
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
    operations: { type: 'string' },
    seed: { type: 'string', default: '1' },
    lanes: { type: 'string', default: '2' },
  },
});
const lanes = Number(options.lanes);
const isChosenClass = (name: string): boolean => options.class === undefined || name === options.class;
const isChosen = (id: string, name: string): boolean =>
  (options.only === undefined || id === options.only) && isChosenClass(name);

/** Where no mutant may survive it is looked for at more operations. */
const operationsOf = (mutant: Mutant): number => Number(options.operations ?? (isStrict(mutant.class) ? 4 : 2));

function chooseTrials(mutants: readonly Mutant[]): Trial[] {
  if (options.at === undefined) return rotate(mutants, operationsOf, Number(options.seed));
  const ofName = rotate(mutants, () => Infinity, Number(options.seed)).map(({ mutant, operations }) => ({
    mutant,
    operations: operations.filter(({ id }) => id === options.at),
  }));
  return ofName.filter(({ operations }) => operations.length > 0);
}

function tell(some: readonly TrialOutcome[]): void {
  for (const outcome of some) {
    console.log(outcomeLine(outcome));
    for (const test of outcome.unreliable) console.log(`         red without the mutant too: ${test}`);
  }
}

/** First in the files in which they show, as many as can run together; what lives on then by itself. */
async function tryMutants(mutants: readonly Mutant[]): Promise<MutantScore[]> {
  const { showing } = await readSelector();
  const files = new Map(mutants.map((mutant) => [mutant.id, showing(mutant)]));
  const untried = { reached: 0, unreliable: [], seenBy: [] };
  let living: TrialOutcome[] = chooseTrials(mutants).flatMap(({ mutant, operations }) =>
    operations.map(({ id }) => ({ mutantId: mutant.id, operationId: id, ...untried })),
  );
  const ended: TrialOutcome[] = [];
  const perform = async (tasks: readonly LaneTask[]): Promise<void> => {
    const tried: TrialOutcome[] = [];
    await runInLanes<TrialOutcome[]>(tasks, lanes, (some) => {
      tell(some.filter(({ killer }) => killer !== undefined));
      tried.push(...some);
    });
    const isTried = (place: TrialOutcome): boolean =>
      tried.some(({ mutantId, operationId }) => mutantId === place.mutantId && operationId === place.operationId);
    living = [...living.filter((place) => !isTried(place)), ...tried.filter(({ killer }) => killer === undefined)];
    ended.push(...tried.filter(({ killer }) => killer !== undefined));
  };
  for (let step = 0; [...files.values()].some((shown) => step < shown.length); step += 1) {
    const byFile = Map.groupBy(living, ({ mutantId }) => files.get(mutantId)?.[step]);
    await perform(
      [...byFile].flatMap(([file, begun]) =>
        file === undefined ? [] : roundsOf(begun).map((round): LaneTask => ({ kind: 'together', begun: round, file })),
      ),
    );
  }
  await perform(living.map((begun): LaneTask => ({ kind: 'alone', begun })));
  tell(living);
  return scoreOf(mutants, [...ended, ...living]);
}

const nullServers: readonly NullServerId[] = ['always-200', 'described-mock'];

async function meetNullServers(): Promise<NullServerOutcome[]> {
  if (options.only !== undefined || options.at !== undefined || !isChosenClass('null servers')) return [];
  const { onSharedServer } = await readSelector();
  const tasks = nullServers.flatMap((server) =>
    onSharedServer.map((file): LaneTask => ({ kind: 'null server', server, file })),
  );
  const outcomes: NullServerOutcome[] = [];
  await runInLanes<NullServerOutcome>(tasks, lanes, (outcome) => outcomes.push(outcome));
  return outcomes;
}

/** A mutant at an operation is a place; what is left out of a run is said by number. */
function tellSample(scores: readonly MutantScore[]): void {
  if (scores.length === 0) return;
  const tried = scores.reduce((total, { trials }) => total + trials.length, 0);
  const places = rotate(everyMutant, () => Infinity, 1).reduce((total, { operations }) => total + operations.length, 0);
  console.log(`${tried} of ${places} places of server mutants tried, chosen by the seed ${options.seed}`);
}

/** How many null servers were found out by every file. */
function tellNullServers(outcomes: readonly NullServerOutcome[]): { passed: number; failed: number } {
  const met = nullServers.filter((server) => outcomes.some((outcome) => outcome.server === server));
  const foundOut = met.filter((server) => {
    const own = outcomes.filter((outcome) => outcome.server === server);
    const deceived = own.filter(({ isDeceived }) => isDeceived);
    console.log(`null server ${server}: ${own.length - deceived.length} of ${own.length} files have a red test`);
    for (const { file } of deceived) console.log(`  deceived: ${file}`);
    return deceived.length === 0;
  });
  return { passed: foundOut.length, failed: met.length - foundOut.length };
}

async function main(): Promise<void> {
  const startedAt = performance.now();
  const [ofServer, ofDescription] = await Promise.all([
    tryMutants(everyMutant.filter((mutant) => options.class !== 'null servers' && isChosen(mutant.id, mutant.class))),
    tryDescriptions(
      options.at === undefined ? descriptionMutants.filter(({ id }) => isChosen(id, 'description')) : [],
      ({ id, killed, trials }) =>
        console.log(`${killed ? 'killed  ' : 'SURVIVED'} ${id}: ${trials[0]?.killer?.test ?? ''}`),
    ),
  ]);
  const scores = [...ofServer, ...ofDescription];
  const met = await meetNullServers();
  console.log(totalTable(scores));
  tellSample(ofServer);
  const found = tellNullServers(met);
  const survivors = scores.filter(({ killed }) => !killed);
  for (const { id, defect, trials } of survivors)
    for (const { operationId, killer } of trials)
      if (killer === undefined) console.log(`SURVIVOR ${id} at ${operationId}: ${defect}`);
  const totals = totalsOf(scores);
  const ms = Math.round(performance.now() - startedAt);
  const report = { seed: options.seed, ms, totals, nullServers: met, mutants: scores };
  await writeFile(reportFile, JSON.stringify(report, null, 1));
  const killed = scores.length - survivors.length;
  console.log(`mutation score ${killed}/${scores.length}, ${Math.round(ms / 1000)} s, seed ${options.seed}`);
  const missed = totals.filter((total) => !isEnough(total)).length;
  close({ passed: killed + found.passed, failed: missed + found.failed });
}

function list(): void {
  const described = descriptionMutants.map((mutant) => ({ ...mutant, class: 'description' }));
  for (const { id, class: name, defect } of [...everyMutant, ...described])
    console.log(`${id.padEnd(32)} ${name.padEnd(16)} ${defect}`);
}

if (options.list) list();
else await main();
