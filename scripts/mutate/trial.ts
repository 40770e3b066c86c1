import { describedOperations, type Operation } from './described-operations.ts';
import type { Installed } from './fronts.ts';
import type { Mutant } from './mutant.ts';
import { everyMutant } from './mutants/every-mutant.ts';
import { namedIn, type Selector } from './selection.ts';
import { suiteFronts } from './suite-fronts.ts';
import { runFileAnew, untilRed, type RedTest } from './suite-run.ts';
import type { TestWatch } from './suite-watch.ts';

/** A mutant at an operation, by their names: what goes between processes. */
export interface Place {
  readonly mutantId: string;
  readonly operationId: string;
}

export interface TrialOutcome extends Place {
  /** File and test that went red, with the beginning of what it said; none while the mutant lives. */
  readonly killer?: { readonly file: string; readonly test: string; readonly message: string };
  /** Answers that the mutant changed; with none the suite never came to it. */
  readonly reached: number;
  /** Tests that went red without the mutant too, and so prove nothing. */
  readonly unreliable: readonly string[];
  /** Files whose tests that name the operation have run with the mutant. */
  readonly seenBy: readonly string[];
}

/** A place under trial. */
interface Attempt {
  readonly place: Place;
  readonly operation: Operation;
  readonly installed: Installed;
  readonly seenBy: Set<string>;
  readonly unreliable: string[];
  killer?: NonNullable<TrialOutcome['killer']>;
}

interface Red extends RedTest {
  readonly attempt: Attempt;
}

type Wants = TestWatch['wants'];

/** Tests that were green with everything on the way of the mutated requests and nothing changed. */
const reliable = new Set<string>();

/** Runs red tests again without the mutant: those that are green then show it. */
async function judge(file: string, red: readonly Red[], watching: (wants: Wants) => TestWatch): Promise<void> {
  const keyOf = ({ attempt, name }: Red): string => `${attempt.operation.id} ${file} ${name}`;
  const unknown = new Set(red.filter((test) => !reliable.has(keyOf(test))).map(({ name }) => name));
  if (unknown.size > 0) {
    suiteFronts.setHarmless(true);
    const watch = watching((name) => unknown.has(name));
    const { green } = await runFileAnew(file, watch).finally(() => suiteFronts.setHarmless(false));
    for (const test of red) if (green.includes(test.name)) reliable.add(keyOf(test));
  }
  for (const test of red) {
    const { attempt, name, message } = test;
    if (!reliable.has(keyOf(test))) attempt.unreliable.push(`${file}: ${name}: ${message.slice(0, 900)}`);
    else attempt.killer ??= { file, test: name, message: message.slice(0, 400) };
  }
}

const namedBy = (name: string, attempts: readonly Attempt[]): Attempt | undefined => {
  const [operation] = namedIn(
    name,
    attempts.map((attempt) => attempt.operation),
  );
  return attempts.find((attempt) => attempt.operation === operation);
};

function mutantOf(mutantId: string): Mutant {
  const mutant = everyMutant.find(({ id }) => id === mutantId);
  if (mutant === undefined) throw new Error(`no mutant ${mutantId}`);
  return mutant;
}

function begin({ mutantId, operationId, reached, unreliable, seenBy }: TrialOutcome): Attempt {
  const operation = describedOperations.find(({ id }) => id === operationId);
  if (operation === undefined) throw new Error(`no operation ${operationId}`);
  const installed: Installed = { mutant: mutantOf(mutantId), answersFor: (id) => id === operationId, reached };
  const place = { mutantId, operationId };
  return { place, operation, installed, seenBy: new Set(seenBy), unreliable: [...unreliable] };
}

const outcomeOf = ({ place, installed, unreliable, seenBy, killer }: Attempt): TrialOutcome => ({
  ...{ ...place, reached: installed.reached, unreliable, seenBy: [...seenBy] },
  ...(killer === undefined ? {} : { killer }),
});

/** Runs the tests of a file that name one of the operations, each with the mutant at its own operation alone. */
export async function tryTogether(begun: readonly TrialOutcome[], file: string): Promise<TrialOutcome[]> {
  const attempts = begun.map(begin);
  const red = new Map<Attempt, string>();
  let before = 0;
  const watching = (wants: Wants): TestWatch => ({
    wants,
    started: (name) => {
      const attempt = namedBy(name, attempts);
      attempt?.seenBy.add(file);
      before = attempt?.installed.reached ?? 0;
      suiteFronts.install(attempt?.installed);
    },
    ended: (name, isRed) => {
      suiteFronts.install(undefined);
      const attempt = namedBy(name, attempts);
      if (isRed && attempt !== undefined && attempt.installed.reached > before) red.set(attempt, name);
    },
  });
  const isOpen: Wants = (name) => {
    const attempt = namedBy(name, attempts);
    return attempt !== undefined && !red.has(attempt);
  };
  const { failed } = await runFileAnew(file, watching(isOpen));
  const showing = [...red].flatMap(([attempt, name]) =>
    failed.filter((test) => test.name === name).map((test) => ({ ...test, attempt })),
  );
  await judge(file, showing, watching);
  return attempts.map(outcomeOf);
}

/** So many tests of a file may be red without the mutant before it is left. */
const misleadingMax = 3;

/** A red test of a file in which no answer was changed shows nothing of the mutant. */
async function tryFile(attempt: Attempt, file: string, wants: Wants): Promise<void> {
  const misleading = new Set<string>();
  while (attempt.killer === undefined && misleading.size < misleadingMax) {
    const before = attempt.installed.reached;
    const { failed } = await runFileAnew(
      file,
      untilRed((name) => wants(name) && !misleading.has(name)),
    );
    const [red] = failed;
    if (red === undefined) return;
    if (attempt.installed.reached > before) await judge(file, [{ ...red, attempt }], (only) => ({ wants: only }));
    misleading.add(red.name);
  }
}

/** Runs every other test that may come to the operation, the mutant at work from the first request on. */
export async function tryAlone(begun: TrialOutcome, selector: Selector): Promise<TrialOutcome> {
  const attempt = begin(begun);
  const { operation, installed, seenBy } = attempt;
  suiteFronts.install(installed);
  for (const file of selector.testing(operation)) {
    if (attempt.killer !== undefined) break;
    await tryFile(attempt, file, (name) => {
      const named = namedIn(name);
      return named.length === 0 || (named.includes(operation) && !seenBy.has(file));
    });
  }
  suiteFronts.install(undefined);
  return outcomeOf(attempt);
}
