/** `DIRECTORY/…` of entries; an archive begins with its manifest and ends with its seal. */
export const manifestName = 'manifest.json';
export const sealName = 'seal.json';
export const formatVersion = 1;

export interface Manifest {
  readonly format: 'spci-backup';
  readonly format_version: number;
  readonly created_at: string;
  readonly spci_version: string;
  /** Those that had run, in their order. */
  readonly migrations: readonly string[];
  readonly tables: readonly string[];
}

export interface Seal {
  readonly row_counts: Readonly<Record<string, number>>;
  /** Over the name and the bytes of each entry of rows, in their order. */
  readonly rows_sha256: string;
  readonly sequences: Readonly<Record<string, number>>;
  readonly content_count: number;
  readonly content_bytes: number;
  /** Contents that rows name and the store did not have. */
  readonly missing_contents: readonly string[];
}

/** The archive is no backup, a broken one, or one of another version; nothing was changed. */
export class ArchiveRefused extends Error {
  override readonly name = 'ArchiveRefused';
}

/** The installation has accounts, or a schema that the archive does not fit; nothing was changed. */
export class InstallationRefused extends Error {
  override readonly name = 'InstallationRefused';
}

/** Of the command line, told as the work goes on. */
export type Progress = (line: string) => void;
