import type { components } from '../../generated/client.ts';
import type { DemoReport, DemoRun } from './demo-report.ts';

type Run = components['schemas']['Run'];

export interface Display {
  say(line: string): void;
  runStarted(version: string, planned: number): void;
  runProgressed(run: Run): void;
  runEnded(version: string, run: Run): void;
  table(report: DemoReport): void;
}

const counts = (run: Pick<Run, 'planned_count' | 'pass_count' | 'fail_count' | 'missing_output_count'>): string =>
  `${run.pass_count}/${run.planned_count} pass, ${run.fail_count} fail, ${run.missing_output_count} missing output`;

const namesOf = (run: DemoRun, statuses: (status: string) => boolean): Set<string> =>
  new Set(
    run.results
      .filter((result) => statuses(result.status))
      .map((result) => result.outputs[0]?.filename ?? result.sample),
  );

const passes = (status: string): boolean => status === 'pass';

function changedSince(before: DemoRun | undefined, run: DemoRun, into: 'regressed' | 'fixed'): string {
  if (before === undefined) return '';
  const [from, to] = into === 'regressed' ? [before, run] : [run, before];
  const gone = [...namesOf(from, passes)].filter((name) => namesOf(to, (status) => !passes(status)).has(name));
  return gone.length === 0 ? '' : `${before.version}: ${gone.join(', ')}`;
}

/** A bar per run in a terminal, plain lines elsewhere. Both libraries are development dependencies. */
export async function createDisplay(bars: boolean): Promise<Display> {
  const { default: Table } = await import('cli-table3');
  const { SingleBar } = (await import('cli-progress')).default;
  const format = '{version} [{bar}] {value}/{total} {status}';
  const bar = bars ? new SingleBar({ format, barsize: 30, hideCursor: true, clearOnComplete: false }) : undefined;
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  return {
    say,
    runStarted: (version, planned) => bar?.start(planned, 0, { version: version.padEnd(7), status: 'queued' }),
    runProgressed: (run) => bar?.update(run.reported_count, { status: run.queue_reason ?? run.status }),
    runEnded: (version, run) => {
      bar?.update(run.reported_count, { status: `${run.status}: ${counts(run)}` });
      bar?.stop();
      if (bar === undefined) say(`${version.padEnd(7)} run ${run.run_id}: ${run.status} (${counts(run)})`);
    },
    table: ({ runs, proofs }) => {
      const table = new Table({
        head: ['run', 'commit', 'status', 'pass/fail/missing', 'regressed since', 'fixed since'],
        wordWrap: true,
        colWidths: [6, 9, 14, 19, 42, 42],
        style: { head: [], border: [] },
      });
      runs.forEach((run, position) => {
        const before = runs[position - 1];
        const status = run.first_status === run.status ? run.status : `${run.first_status} → ${run.status}`;
        const numbers = `${run.pass_count}/${run.fail_count}/${run.missing_output_count}`;
        table.push([
          run.run_id,
          run.version,
          status,
          numbers,
          changedSince(before, run, 'regressed'),
          changedSince(before, run, 'fixed'),
        ]);
      });
      say(table.toString());
      for (const proof of proofs)
        say(
          `proof ${proof.name}: run ${proof.run_id}, ${proof.reported_count} of ${proof.planned_count} tests reported, all of them passing: ${proof.status}`,
        );
    },
  };
}
