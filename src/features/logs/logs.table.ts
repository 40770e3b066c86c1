import type { Selectable } from 'kysely';
import type { components } from '../../../generated/api.ts';
import type { Moment } from '../../db/columns.ts';

type LogLine = components['schemas']['LogLine'];

export interface LogLinesTable {
  run_id: number;
  /** From 0, without gaps, over all attempts. */
  line: number;
  attempt: number;
  at: Moment;
  level: LogLine['level'];
  source: LogLine['source'];
  message: string;
  regression_test_id: number | null;
}
export type LogLineRow = Selectable<LogLinesTable>;
