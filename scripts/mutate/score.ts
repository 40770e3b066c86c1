import Table from 'cli-table3';
import { strictClasses, type Mutant, type MutantClass } from './mutant.ts';
import type { TrialOutcome } from './trial.ts';

/** A mutant counts as killed when the tests of each operation that it was tried at went red. */
export interface MutantScore {
  readonly id: string;
  readonly class: MutantClass | 'description';
  readonly defect: string;
  readonly killed: boolean;
  readonly trials: readonly Omit<TrialOutcome, 'mutantId'>[];
}

export const leastScore = 0.95;

export function scoreOf(mutants: readonly Mutant[], outcomes: readonly TrialOutcome[]): MutantScore[] {
  return mutants.flatMap(({ id, class: mutantClass, defect }) => {
    const trials = outcomes.filter(({ mutantId }) => mutantId === id).map(({ mutantId: _, ...trial }) => trial);
    const killed = trials.every((trial) => trial.killed);
    return trials.length === 0 ? [] : [{ id, class: mutantClass, defect, killed, trials }];
  });
}

interface ClassTotal {
  readonly class: string;
  readonly killed: number;
  readonly total: number;
  readonly least: number;
}

export function totalsOf(scores: readonly MutantScore[]): ClassTotal[] {
  const classes = [...new Set(scores.map((score) => score.class))];
  const total = (name: string, least: number, some: readonly MutantScore[]): ClassTotal => ({
    ...{ class: name, least, total: some.length, killed: some.filter(({ killed }) => killed).length },
  });
  const isStrict = (name: string): boolean => strictClasses.some((strict) => strict === name);
  return [
    ...classes.map((name) =>
      total(
        name,
        isStrict(name) ? 1 : 0,
        scores.filter((score) => score.class === name),
      ),
    ),
    total('all', leastScore, scores),
  ];
}

export const isEnough = ({ killed, total, least }: ClassTotal): boolean => killed >= least * total;

const verdictOf = ({ killed, reached }: MutantScore['trials'][number]): string =>
  killed ? '' : reached === 0 ? 'SURVIVED: no test comes to it' : 'SURVIVED';

const shortened = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;

/** One line per mutant and operation. */
export function trialTable(scores: readonly MutantScore[]): string {
  const table = new Table({
    head: ['mutant', 'class', 'operation', 'killed by', 'ms'],
    style: { head: [], border: [] },
  });
  for (const { id, class: name, trials } of scores)
    for (const trial of trials) {
      const file = trial.killer?.file.replace(/^contract-tests\//, '').replace(/\.test\.ts$/, '');
      const killer = trial.killer === undefined ? verdictOf(trial) : `${file}: ${trial.killer.test}`;
      table.push([id, name, trial.operationId, shortened(killer, 90), Math.round(trial.ms)]);
    }
  return table.toString();
}

export function totalTable(scores: readonly MutantScore[]): string {
  const table = new Table({ head: ['class', 'killed', 'total', 'at least'], style: { head: [], border: [] } });
  for (const total of totalsOf(scores))
    table.push([total.class, total.killed, total.total, total.least === 0 ? '' : total.least.toFixed(2)]);
  return table.toString();
}
