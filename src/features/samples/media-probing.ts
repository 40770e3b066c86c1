import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { AppContext } from '../../context.ts';
import type { MediaProbe, ProbeOutcome } from '../../media/media-probe.ts';
import { discardContents } from '../files/discarded-contents.ts';
import {
  claimDueSample,
  updateAttemptTakenBack,
  updateLackingProgram,
  updateMediaTold,
  updateMediaUnreadable,
  type DueSample,
} from './media-infos.queries.ts';
import { tracksOf, type MediaTrack } from './media-tracks.ts';

/** An attempt ends itself before the first wait is over: who still looks after it is dead. */
const firstWaitMs = 120_000;
const attemptMsMax = 100_000;
const attemptsMax = 3;
const saidBytesMax = 1_048_576;

type Context = Pick<AppContext, 'db' | 'blobs' | 'logger' | 'stopping'> & {
  readonly settings: Pick<AppContext['settings'], 'dataDirectory'>;
};

/** Looks into samples that are due, on any number of replicas; where there is no program, notes that. */
export async function probeSamples(context: Context, probe: MediaProbe | undefined): Promise<void> {
  if (probe === undefined) {
    await updateLackingProgram(context.db);
    return;
  }
  while (!context.stopping.aborted) {
    const due = await claimDueSample(context.db, firstWaitMs);
    if (due === undefined) return;
    await attempt(context, probe, due).catch(async (failure: unknown) => {
      await updateAttemptTakenBack(context.db, due.sample_id);
      if (!context.stopping.aborted) throw failure;
    });
  }
}

async function attempt(context: Context, probe: MediaProbe, due: DueSample): Promise<void> {
  const { sample_id, attempts } = due;
  // Each of those before was cut, or took its server with it.
  if (attempts > attemptsMax) {
    await updateMediaUnreadable(context.db, sample_id);
    return;
  }
  const outcome = await asked(context, probe, due);
  const tracks = outcome.kind === 'told' ? tracksOf(outcome.said.toString()) : undefined;
  if (outcome.kind === 'told' && tracks !== undefined) {
    await keep(context, sample_id, outcome.said, tracks);
    return;
  }
  const why = outcome.kind === 'told' ? 'it tells of no stream' : outcome.why;
  context.logger.info({ sample_id, attempts, why }, 'no media info');
  if (outcome.kind !== 'cut' || attempts === attemptsMax) await updateMediaUnreadable(context.db, sample_id);
}

async function asked({ blobs, settings, stopping }: Context, probe: MediaProbe, due: DueSample): Promise<ProbeOutcome> {
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(attemptMsMax)]);
  const blob = await blobs.open(due.sha256);
  if (blob === undefined) return { kind: 'cut', why: 'its bytes are missing' };
  await using file = await unnamedFile(settings.dataDirectory);
  await copyTo(file, blob.stream, signal);
  // Awaited here: the file is closed when this returns.
  return await probe.ask(file, signal);
}

/** At places that are named: the program reads on from where the descriptor stands, which is the beginning. */
async function copyTo(file: FileHandle, source: Readable, signal: AbortSignal): Promise<void> {
  const stop = (): void => void source.destroy(signal.reason as Error);
  signal.addEventListener('abort', stop);
  let place = 0;
  for await (const chunk of source as AsyncIterable<Buffer>)
    for (let from = 0; from < chunk.length;) {
      const { bytesWritten } = await file.write(chunk, from, chunk.length - from, place);
      from += bytesWritten;
      place += bytesWritten;
    }
  signal.removeEventListener('abort', stop);
}

/** Its room is free again once it is closed, however this process ends. */
async function unnamedFile(directory: string): Promise<FileHandle> {
  const path = join(directory, `.probed-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  return file;
}

/** The bytes are kept before the row: what can be seen can be read. */
async function keep(
  { db, blobs }: Context,
  sampleId: number,
  said: Buffer,
  tracks: readonly MediaTrack[],
): Promise<void> {
  const { sha256, size_bytes } = await blobs.put(Readable.from([said]), { bytesMax: saidBytesMax });
  await db.transaction().execute(async (trx) => {
    if (!(await updateMediaTold(trx, sampleId, { sha256, size_bytes, tracks }))) await discardContents(trx, [sha256]);
  });
}
