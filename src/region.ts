import { AppError, invalidFields } from './errors.ts';

/** Where it is asked who somebody is: in this installation, or in the one that its operator named. */
export type Region = 'regional' | 'global';

const words: ReadonlyMap<string, Region> = new Map([
  ...['true', '1', 'yes', 'on'].map((word) => [word, 'global'] as const),
  ...['false', '0', 'no', 'off'].map((word) => [word, 'regional'] as const),
]);

export const regionParameter = 'global';
const regionHeader = 'x-global-region';

/** Undefined where nothing is said; of several values none can be told to be meant. */
function said(values: readonly string[], field: string): Region | undefined {
  const [value = ''] = values;
  const word = value.trim().toLowerCase();
  if (values.length <= 1 && word === '') return undefined;
  const region = values.length === 1 ? words.get(word) : undefined;
  if (region === undefined)
    throw invalidFields({ [field]: ['must be one of true, 1, yes, on, false, 0, no, off, and given once'] });
  return region;
}

/** The query decides before the header, and both must be right; nothing said is this installation. */
export function selectRegion(
  query: URLSearchParams,
  headers: Readonly<Record<string, readonly string[] | undefined>>,
  { globalRegion }: { readonly globalRegion: object | undefined },
): Region {
  const inQuery = said(query.getAll(regionParameter), `query.${regionParameter}`);
  const inHeader = said(headers[regionHeader] ?? [], `headers.${regionHeader}`);
  const region = inQuery ?? inHeader ?? 'regional';
  if (region === 'global' && globalRegion === undefined)
    throw new AppError('unavailable', 'This installation has no global region; its operator can configure one.');
  return region;
}

/** The query of a page of this region, to be put behind its path. */
export const regionQuery = (region: Region): '' | '?global=true' => (region === 'global' ? '?global=true' : '');
