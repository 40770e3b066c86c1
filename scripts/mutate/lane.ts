// A process with one server, one front before it and the tests: takes trials one after another over its channel.
import { sharedEnvironment } from '../../contract-tests/harness/shared-servers.ts';
import { startServerProcess } from '../../contract-tests/harness/server-process.ts';
import { meetNullServer, type NullServerId } from './null-servers.ts';
import { readSelector } from './selection.ts';
import { restoreSharedState } from './shared-state.ts';
import { suiteFronts } from './suite-fronts.ts';
import { suiteWatch } from './suite-watch.ts';
import { tryAlone, tryTogether, type TrialOutcome } from './trial.ts';

export type LaneTask =
  | { readonly kind: 'together'; readonly begun: readonly TrialOutcome[]; readonly file: string }
  | { readonly kind: 'alone'; readonly begun: TrialOutcome }
  | { readonly kind: 'null server'; readonly server: NullServerId; readonly file: string }
  | { readonly kind: 'end' };

const selector = await readSelector();
const front = await suiteFronts.open();
const server = await startServerProcess({ environment: { ...sharedEnvironment, SPCI_PUBLIC_URL: front.url } });
front.aim(server.url);
suiteWatch.beforeFile = () => restoreSharedState(server.url);
process.env['SPCI_TEST_EMBEDDED'] = front.url;

async function perform(task: LaneTask): Promise<void> {
  if (task.kind === 'together') process.send?.(await tryTogether(task.begun, task.file));
  if (task.kind === 'alone') process.send?.([await tryAlone(task.begun, selector)]);
  if (task.kind === 'null server') process.send?.(await meetNullServer(task.server, task.file));
  if (task.kind !== 'end') return;
  await server.stop();
  process.exit();
}

process.on('message', (task: LaneTask) => {
  perform(task).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
process.once('disconnect', () => {
  void server.stop().finally(() => process.exit(1));
});
process.send?.('ready');
