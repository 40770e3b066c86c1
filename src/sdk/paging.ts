import { answerOf, type CallResult } from './client.ts';

interface OffsetPage<Item> {
  readonly data: readonly Item[];
  readonly pagination: { readonly next_offset: number | null };
}

interface CursorPage<Item, Cursor> {
  readonly data: readonly Item[];
  readonly pagination: { readonly next_cursor: Cursor | null };
}

/**
 * Every item of a list, page after page:
 * `itemsByOffset((page) => client.GET('/api/v1/runs', { params: { query: { ...page, status: 'fail' } } }))`.
 */
export async function* itemsByOffset<Item>(
  getPage: (position: { offset: number; limit: number }) => Promise<CallResult<OffsetPage<Item>>>,
  limit = 100,
): AsyncGenerator<Item, void> {
  for (let offset: number | null = 0; offset !== null;) {
    const page: OffsetPage<Item> = await answerOf(getPage({ offset, limit }));
    yield* page.data;
    offset = page.pagination.next_offset;
  }
}

/** Every item of a list with cursors, such as the lines of a log, up to the end of what is there. */
export async function* itemsByCursor<Item, Cursor = number>(
  getPage: (position: { cursor?: Cursor; limit: number }) => Promise<CallResult<CursorPage<Item, Cursor>>>,
  limit = 1000,
): AsyncGenerator<Item, void> {
  for (let position: { cursor?: Cursor } | undefined = {}; position !== undefined;) {
    const page: CursorPage<Item, Cursor> = await answerOf(getPage({ ...position, limit }));
    yield* page.data;
    const { next_cursor } = page.pagination;
    position = next_cursor === null ? undefined : { cursor: next_cursor };
  }
}
