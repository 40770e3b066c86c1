import type { Readable } from 'node:stream';
import type { AppContext } from '../../context.ts';
import { notFound } from '../../errors.ts';
import type { LeasePrincipal } from '../../principal.ts';
import { recordInfrastructureFault } from '../errors/infrastructure-errors.ts';
import { requireHeldLease } from './held-lease.ts';
import { missingBytesFault } from './infrastructure-faults.ts';
import { findPlannedBuild, findPlannedSample } from './plan.queries.ts';

type Needs = Pick<AppContext, 'db' | 'blobs'>;

export interface OpenFile {
  readonly sha256: string;
  readonly size_bytes: number;
  readonly stream: Readable;
}

type PlannedSample = NonNullable<Awaited<ReturnType<typeof findPlannedSample>>>;

/** `sample` is undefined for the build. Bytes that are missing are recorded as what keeps this attempt from its work. */
async function openBlob(
  { blobs, db }: Needs,
  { runId, attempt }: LeasePrincipal,
  sha256: string,
  sample?: PlannedSample,
): Promise<OpenFile> {
  const blob = await blobs.open(sha256);
  if (blob === undefined) {
    const fault = missingBytesFault({ run_id: runId, attempt }, sample);
    await db.transaction().execute((trx) => recordInfrastructureFault(trx, fault));
    throw notFound('file');
  }
  return { sha256, size_bytes: blob.size_bytes, stream: blob.stream };
}

/** Bytes of a sample that the leased run planned. */
export async function openPlannedSample(context: Needs, principal: LeasePrincipal, sha256: string): Promise<OpenFile> {
  const planned = await context.db.transaction().execute(async (trx) => {
    await requireHeldLease(trx, principal);
    return findPlannedSample(trx, principal.runId, sha256);
  });
  if (planned === undefined) throw notFound('sample');
  return openBlob(context, principal, sha256, planned);
}

export async function openPlannedBuild(context: Needs, principal: LeasePrincipal): Promise<OpenFile> {
  const build = await context.db.transaction().execute(async (trx) => {
    await requireHeldLease(trx, principal);
    return findPlannedBuild(trx, principal.runId);
  });
  return openBlob(context, principal, build.sha256);
}

/** The fence before bytes are taken in; what is stored is refused again with the results if the lease ends meanwhile. */
export async function assertLeaseHeld({ db }: Pick<AppContext, 'db'>, principal: LeasePrincipal): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await requireHeldLease(trx, principal);
  });
}
