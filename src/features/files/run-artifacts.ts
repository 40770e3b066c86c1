import type { AppContext } from '../../context.ts';
import type { ArtifactRow } from './artifacts.queries.ts';
import { downloadAddress } from './download-address.ts';

export interface StoredArtifact extends ArtifactRow {
  readonly storage_status: 'ok' | 'missing';
  /** null: the bytes are gone. */
  readonly download_url: string | null;
}

/** Looks each of a page up in the store, so that no address is given that serves nothing. */
export async function lookUpArtifacts(
  context: Pick<AppContext, 'blobs' | 'keys' | 'settings'>,
  domainId: number,
  rows: readonly ArtifactRow[],
): Promise<StoredArtifact[]> {
  return Promise.all(
    rows.map(async (row): Promise<StoredArtifact> => {
      const { sha256, filename: name } = row;
      const stat = await context.blobs.stat(sha256);
      if (stat === undefined) return { ...row, storage_status: 'missing', download_url: null };
      const download_url = await downloadAddress(context, { sha256, name, domainId });
      return { ...row, size_bytes: stat.size_bytes, storage_status: 'ok', download_url };
    }),
  );
}
