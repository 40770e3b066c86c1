import Table from 'cli-table3';
import { isStrict, type Mutant, type MutantClass } from './mutant.ts';
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
    const killed = trials.every(({ killer }) => killer !== undefined);
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

const shortened = (text: string): string => (text.length > 110 ? `${text.slice(0, 109)}…` : text);

/** What became of a mutant at an operation, in one line. */
export function outcomeLine({ mutantId, operationId, killer, reached }: TrialOutcome): string {
  const at = `${mutantId} at ${operationId}`;
  if (killer === undefined) return `SURVIVED ${at}${reached === 0 ? ': no test comes to it' : ''}`;
  const file = killer.file.replace(/^contract-tests\//, '').replace(/\.test\.ts$/, '');
  return `killed   ${shortened(`${at} by ${file}: ${killer.test}`)}`;
}

export function totalTable(scores: readonly MutantScore[]): string {
  const table = new Table({ head: ['class', 'killed', 'total', 'at least'], style: { head: [], border: [] } });
  for (const total of totalsOf(scores))
    table.push([total.class, total.killed, total.total, total.least === 0 ? '' : total.least.toFixed(2)]);
  return table.toString();
}
