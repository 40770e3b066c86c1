import { everyOperation, parametersOf, type DeclaredOperation } from './declared-requests.ts';
import { withoutSignatures } from './stored-file.ts';
import type { Stage, Values } from './stage.ts';
import { wholeList } from './whole-list.ts';

/** By operation, the whole answer of each that shows what a write is about. */
export type Picture = Readonly<Record<string, string>>;

const isRead = ({ method, credential, successTypes }: DeclaredOperation): boolean =>
  method === 'GET' && credential === 'account' && successTypes[0] === 'application/json';

/** What is written at one address and read at another. */
const readElsewhere: Readonly<Record<string, string>> = {
  completeGithubLink: 'getGithubLink',
  createLegacyToken: 'listTokens',
  createQueuedSample: 'listQueuedSamples',
  deleteExtraFile: 'getSampleDetails',
  receiveGithubEvent: 'listRuns',
  revokeLegacyToken: 'listTokens',
  undoApproval: 'listTestApprovals',
};

/** The nearest address above it that can be read, its own first; a change below one shows there. */
function readsAbove({ id, path }: DeclaredOperation): readonly DeclaredOperation[] {
  if (id in readElsewhere) return everyOperation.filter((operation) => operation.id === readElsewhere[id]);
  const steps = path.split('/');
  for (let length = steps.length; length > 3; length -= 1) {
    const address = steps.slice(0, length).join('/');
    const found = everyOperation.filter((operation) => operation.path === address && isRead(operation));
    if (found.length > 0) return found;
  }
  return [];
}

/** What shows whoever asks. */
const showsCaller = ['getCurrentUser', 'getGithubLink'];

/** Everything that is read of the run which a lease is of. */
const ofRun = everyOperation.filter(
  (operation) => isRead(operation) && /\/\{run_id\}(\/[a-z-]+)?$/.test(operation.path),
);

const takesLimit = (operation: DeclaredOperation): boolean =>
  parametersOf(operation).some(({ name, in: place }) => place === 'query' && name === 'limit');

/** When something was last used or seen is moved by asking; who lives, and why a run waits, by waiting. */
const traces = /"(last_\w+_at|live|queue_reason|authorize_url)":("[^"]*"|\w+)/g;
/** What is in a sample comes to be known by itself. */
const mediaInfo = /"media_info":.*?,"media_info_reason":("\w+"|null)/g;
const withoutTraces = (text: string): string => text.replaceAll(traces, '').replaceAll(mediaInfo, '');

/**
 * What a client sees of the things that a write is about; byte for byte, but for the traces of asking. `writer` is the
 * token of the write, for what shows its own caller.
 */
export async function pictureOf(
  { world }: Stage,
  write: DeclaredOperation,
  values: Values,
  writer?: string,
): Promise<Picture> {
  const byLease = write.credential === 'lease';
  const known = Object.entries(byLease ? { ...values, run_id: values['leased_run_id'] } : values);
  const path = Object.fromEntries(known.map(([name, value]) => [name, String(value)]));
  const shown: Record<string, string> = {};
  for (const read of byLease ? ofRun : readsAbove(write)) {
    const reader = showsCaller.includes(read.id) ? writer : undefined;
    const token = reader ?? (read.operator ? world.operator : world.admin).token;
    const query: Record<string, string> = takesLimit(read) ? { limit: '100' } : {};
    const answers = await wholeList(world.url, read, token, { path, query });
    const told = answers.map(
      ({ status, text }) => `${status} ${withoutTraces(status < 400 ? withoutSignatures(text) : '')}`,
    );
    shown[read.id] = told.join('\n');
  }
  return shown;
}
