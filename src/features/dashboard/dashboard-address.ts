import { regionParameter, type Region } from '../../region.ts';

export interface Dashboard {
  readonly domain: string;
  readonly region: Region;
  /** Name of the repository that a project was. */
  readonly project?: string | undefined;
}

/**
 * Where a dashboard is once its address holds no token: the rest of the query stays as it was sent. The repository that a
 * project was, and which decides over one that is named, is named.
 */
export function dashboardAddress({ domain, region, project }: Dashboard, query = ''): string {
  const pieces = [
    region === 'global' ? `${regionParameter}=true` : '',
    ...(project === undefined ? [query] : [...query.split('&').filter(isNoRepository), `repository=${project}`]),
  ];
  const text = pieces.filter((piece) => piece !== '').join('&');
  return text === '' ? `/${domain}/graph` : `/${domain}/graph?${text}`;
}

const isNoRepository = (piece: string): boolean => !new URLSearchParams(piece).has('repository');

/** The dashboard of the domain that stands beside a name, or of the one that every installation has. */
export const homeAddress = (region: Region, domain = 'default'): string => dashboardAddress({ domain, region });
