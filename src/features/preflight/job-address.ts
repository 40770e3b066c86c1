import type { Settings } from '../../config.ts';
import { regionQuery, type Region } from '../../region.ts';

/** Where programs find the job. */
export const addressOfJob = (id: string): string => `/api/v1/preflight/jobs/${id}`;

/** Where anybody outside asks for the job. */
export const pollUrlOf = ({ publicUrl }: Pick<Settings, 'publicUrl'>, id: string): string =>
  `${publicUrl ?? ''}${addressOfJob(id)}`;

/** Whose pages, and where their visitors are known. */
export interface PagePlace {
  readonly domain: string;
  readonly region: Region;
}

/** Where the page of a job is. */
export const preflightAddress = ({ domain, region }: PagePlace, jobId: string): string =>
  `/${domain}/preflight/${jobId}${regionQuery(region)}`;
