export interface Omission {
  readonly what: 'details' | 'difference_lines' | 'log_lines' | 'results';
  readonly count: number;
  readonly path: string;
}

export interface Draft<Answer> {
  readonly answer: Answer;
  /** Takes the change if the answer stays within its bytes with it. */
  add(change: Partial<Answer>): boolean;
}

export const bytesOf = (value: object): number => Buffer.byteLength(JSON.stringify(value));

/**
 * An answer that grows by what still fits. `reserve` is the longest that its list of omissions can come to be, so that
 * there is room for it whatever is left out.
 */
export function draftWithin<Answer extends { readonly omitted: readonly Omission[] }>(
  bytesMax: number,
  skeleton: Answer,
  reserve: readonly Omission[],
): Draft<Answer> {
  let answer = skeleton;
  return {
    get answer() {
      return answer;
    },
    add: (change) => {
      const next = { ...answer, ...change };
      if (bytesOf({ ...next, omitted: reserve }) > bytesMax) return false;
      answer = next;
      return true;
    },
  };
}

/** Adds items to the end of a list, in order, until one does not fit; how many were left out. */
export function addEach<Item>(items: readonly Item[], add: (some: readonly Item[]) => boolean): number {
  for (let count = 1; count <= items.length; count += 1)
    if (!add(items.slice(0, count))) return items.length - count + 1;
  return 0;
}

export const omissions = (candidates: readonly Omission[]): Omission[] => candidates.filter(({ count }) => count > 0);
