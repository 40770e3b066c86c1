import { describedOperations } from './described-operations.ts';
import type { Installed } from './fronts.ts';
import { everyMutant } from './mutants/every-mutant.ts';
import type { Selector } from './selection.ts';
import { suiteFronts } from './suite-fronts.ts';
import { runFile, type FileRun, type SuiteOptions } from './suite-run.ts';
import type { SelectedFile } from './selection.ts';

/** A mutant at one operation, by their names: what goes between processes. */
export interface NamedTrial {
  readonly mutantId: string;
  readonly operationId: string;
}

export interface TrialOutcome extends NamedTrial {
  readonly killed: boolean;
  /** File and test that went red, with the beginning of what it said. */
  readonly killer?: { readonly file: string; readonly test: string; readonly message: string };
  /** Answers that the mutant changed; with none the suite never came to it. */
  readonly reached: number;
  /** Tests that went red without the mutant too, and so prove nothing. */
  readonly unreliable: readonly string[];
  readonly ms: number;
}

const options: SuiteOptions = { endsAtFirstFailure: true, testTimeoutMs: 60_000 };

/** The same tests once more, with everything on the same way and nothing changed. */
async function runHarmlessly(selected: SelectedFile): Promise<FileRun> {
  suiteFronts.setHarmless(true);
  try {
    return await runFile(selected, options);
  } finally {
    suiteFronts.setHarmless(false);
  }
}

/** Runs the operation's tests until one goes red by the mutant. */
export async function tryMutant({ mutantId, operationId }: NamedTrial, selector: Selector): Promise<TrialOutcome> {
  const mutant = everyMutant.find(({ id }) => id === mutantId);
  const operation = describedOperations.find(({ id }) => id === operationId);
  if (mutant === undefined || operation === undefined) throw new Error(`no ${mutantId} at ${operationId}`);
  const startedAt = performance.now();
  const installed: Installed = { mutant, operationId, reached: 0 };
  const unreliable: string[] = [];
  const outcome = (more: Pick<TrialOutcome, 'killed' | 'killer'>): TrialOutcome => ({
    ...{ mutantId, operationId, reached: installed.reached, unreliable, ms: performance.now() - startedAt },
    ...more,
  });
  suiteFronts.install(installed);
  try {
    for (const selected of selector.filesFor(operation)) {
      const [red] = (await runFile(selected, options)).failed;
      if (red === undefined) continue;
      const { file } = selected;
      const control = await runHarmlessly(selected);
      if (control.failed.length > 0)
        unreliable.push(`${file}: ${control.failed[0]?.name ?? ''}: ${control.failed[0]?.message.slice(0, 900) ?? ''}`);
      else return outcome({ killed: true, killer: { file, test: red.name, message: red.message.slice(0, 400) } });
    }
    return outcome({ killed: false });
  } finally {
    suiteFronts.install(undefined);
  }
}
