import type { Settings } from '../../config.ts';

export const addressOfJob = (id: string): string => `/api/v1/preflight/jobs/${id}`;

/** Where anybody outside asks for the job. */
export const pollUrlOf = ({ publicUrl }: Pick<Settings, 'publicUrl'>, id: string): string =>
  `${publicUrl ?? ''}${addressOfJob(id)}`;
