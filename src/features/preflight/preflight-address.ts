import { regionQuery, type Region } from '../../region.ts';

/** Whose pages, and where their visitors are known. */
export interface PagePlace {
  readonly domain: string;
  readonly region: Region;
}

/** Where the page of a job is. */
export const preflightAddress = ({ domain, region }: PagePlace, jobId: string): string =>
  `/${domain}/preflight/${jobId}${regionQuery(region)}`;
