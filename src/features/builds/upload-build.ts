import type { Readable } from 'node:stream';
import type { AppContext } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { AccountPrincipal, Platform } from '../../principal.ts';
import { receiveBytes } from '../files/receive-bytes.ts';
import { keepRepository, runnableRepository } from '../repositories/runnable-repository.ts';
import { expectBuild, startAwaitedRuns } from '../runs/awaited-runs.ts';
import { assertUsableTemplate } from './arguments-template.ts';
import { existingBuild } from './build-lookup.ts';
import { findBuildOf, insertBuild, type NamedBuild } from './builds.queries.ts';

export interface BuildUpload {
  readonly body: Readable;
  /** In any case. */
  readonly repository: string;
  /** In any case. */
  readonly commit_sha: string;
  readonly platform: Platform;
  readonly entry_point: string;
  readonly arguments: string;
  readonly expectedSha256: string | undefined;
  readonly signal: AbortSignal;
}

export interface KeptBuild {
  readonly build: NamedBuild;
  /** False when the same build was there already. */
  readonly created: boolean;
}

type Content = Pick<NamedBuild, 'entry_point' | 'arguments' | 'sha256'>;

/** What can be refused is refused before the body is read; the bytes are kept before the row is written. */
export async function uploadBuild(
  context: Pick<AppContext, 'db' | 'blobs' | 'settings' | 'runWakeup'>,
  account: Pick<AccountPrincipal, 'domainId' | 'accountId' | 'role'>,
  upload: BuildUpload,
): Promise<KeptBuild> {
  const { db } = context;
  const { domainId, accountId } = account;
  const { body, platform, entry_point, expectedSha256, signal } = upload;
  assertUsableTemplate(upload.arguments);
  const repository = await runnableRepository(context, account, upload.repository);
  const built = { commit_sha: upload.commit_sha.toLowerCase(), platform };
  const place = { ...built, repository: repository.name };
  const known = await findBuildOf(db, domainId, place);
  const declared = { entry_point, arguments: upload.arguments };
  if (known !== undefined) assertSame(known, { ...declared, sha256: expectedSha256 ?? known.sha256 });
  const { sha256, size_bytes } = await receiveBytes(context, body, { expectedSha256, signal });
  const kept = await db.transaction().execute(async (trx): Promise<KeptBuild> => {
    const repository_id = await keepRepository(trx, domainId, repository);
    const row = {
      ...built,
      repository_id,
      ...declared,
      sha256,
      size_bytes,
      domain_id: domainId,
      account_id: accountId,
    };
    await expectBuild(trx, row);
    const buildId = await insertBuild(trx, row);
    if (buildId !== undefined) {
      await startAwaitedRuns(trx, { ...row, id: buildId });
      return { build: await existingBuild(trx, domainId, buildId), created: true };
    }
    const build = await findBuildOf(trx, domainId, place);
    if (build === undefined) throw new Error('a build that refused another is gone');
    assertSame(build, { ...declared, sha256 });
    return { build, created: false };
  });
  if (kept.created) context.runWakeup.announce();
  return kept;
}

function assertSame(known: NamedBuild, offered: Content): void {
  const same =
    known.sha256 === offered.sha256 &&
    known.entry_point === offered.entry_point &&
    known.arguments === offered.arguments;
  if (same) return;
  throw new AppError('conflict', 'The commit has another build for this platform.', {
    build_id: known.id,
    sha256: known.sha256,
  });
}
