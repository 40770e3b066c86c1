import type { AppContext } from '../../context.ts';
import type { RunRow } from '../runs/runs.table.ts';
import { sharedRead } from '../shared-reads.ts';
import { platformsInMaintenance } from '../system/maintenance.ts';
import { listLiveOffers, listQueuePositions, type WorkerOffer } from './queue-reads.queries.ts';

type WaitingRun = Pick<RunRow, 'platform' | 'required_types'>;

export interface QueuePlace {
  /** From 1, among the queued runs of its platform in all domains. */
  readonly position: number;
  /** Why the run waits; names no other run. */
  readonly reason: string;
}

const liveWithinMsMin = 60_000;

/** Where each queued one of these runs stands, by id; in as many statements for many runs as for one. */
export async function queuePlacesOf(
  { db, settings }: Pick<AppContext, 'db' | 'settings'>,
  runs: readonly (WaitingRun & Pick<RunRow, 'id' | 'status'>)[],
): Promise<ReadonlyMap<number, QueuePlace>> {
  const queued = new Map(runs.filter((run) => run.status === 'queued').map((run) => [run.id, run]));
  const places = new Map<number, QueuePlace>();
  if (queued.size === 0) return places;
  // The same for every domain and every page.
  const closed = await sharedRead(db, 'platforms in maintenance', () => platformsInMaintenance(db));
  const seenWithinMs = Math.max(settings.leaseMs, liveWithinMsMin);
  const offers = await sharedRead(db, ['live offers', seenWithinMs], () => listLiveOffers(db, seenWithinMs));
  for (const { run_id, position } of await listQueuePositions(db, [...queued.keys()])) {
    const run = queued.get(run_id);
    if (run === undefined) continue;
    const reason = closed.has(run.platform) ? maintenanceReason(run) : queueReason(run, offers, position - 1);
    places.set(run_id, { position, reason });
  }
  return places;
}

const maintenanceReason = ({ platform }: WaitingRun): string => `Platform ${platform} is in maintenance`;

/** The first thing that has to change before the run can be claimed. `offers` are those of live workers. */
export function queueReason(run: WaitingRun, offers: readonly WorkerOffer[], runsAhead: number): string {
  const onPlatform = offers.filter((offer) => offer.platforms.includes(run.platform)).map(typesOf);
  if (onPlatform.length === 0) return `No live worker for platform ${run.platform}`;
  const lacking = run.required_types.find((type) => !onPlatform.some((types) => types.has(type)));
  if (lacking !== undefined) return `No live worker offers ${nameOfType(lacking)}`;
  if (!onPlatform.some((types) => run.required_types.every((type) => types.has(type))))
    return `No live worker alone offers ${run.required_types.map(nameOfType).join(', ')}`;
  if (runsAhead === 0) return 'Waits for a worker';
  return `Waits behind ${runsAhead} ${runsAhead === 1 ? 'run' : 'runs'}`;
}

function typesOf(offer: WorkerOffer): ReadonlySet<string> {
  return new Set([
    ...offer.input_types.map((type) => `in:${type}`),
    ...offer.output_types.map((type) => `out:${type}`),
  ]);
}

function nameOfType(type: string): string {
  const [direction, name] = type.split(':');
  return `${direction === 'in' ? 'input' : 'output'} type ${name}`;
}
