import type { Selectable } from 'kysely';
import type { Defaulted, OptionalMoment } from '../../db/columns.ts';
import type { Platform } from '../../principal.ts';

/** One row for each platform, there from the start. */
export interface PlatformsTable {
  name: Platform;
  /** Maintenance: no run of the platform is given to a worker. */
  disabled: Defaulted<boolean>;
  reason: string | null;
  /** Who changed it last. */
  account_id: number | null;
  changed_at: OptionalMoment;
}
export type PlatformRow = Selectable<PlatformsTable>;
