interface PageRequest {
  readonly limit: number;
  readonly offset: number;
}

/** Where a page lies when the list is read from the end that is nearer. */
export interface NearPage extends PageRequest {
  /** The rows come in the opposite order. */
  readonly reversed: boolean;
}

/** A page far into a list costs the rows before it: beyond the middle it is read backwards, from the end. */
export function nearPage({ limit, offset }: PageRequest, total: number): NearPage {
  if (offset >= total) return { limit: 0, offset: 0, reversed: false };
  if (offset * 2 <= total) return { limit, offset, reversed: false };
  const after = Math.max(0, total - offset - limit);
  return { limit: Math.min(limit, total - offset), offset: after, reversed: true };
}
