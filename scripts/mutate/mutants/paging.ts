import { filtersOf, hasQuery, rowSchemaOf, type Operation } from '../described-operations.ts';
import { editObject, isJsonObject, isSuccess, queryOf, withQuery, type Answer, type Json } from '../message.ts';
import { inAnswer, inRequest, type Exchange, type Mutant, type Serve } from '../mutant.ts';

const isPaged = (operation: Operation): boolean =>
  rowSchemaOf(operation) !== undefined && hasQuery(operation, 'offset');
const hasCursor = (operation: Operation): boolean => hasQuery(operation, 'cursor');

const inPage = (change: (rows: unknown[], pagination: Json, exchange: Exchange) => Json | undefined): Serve =>
  inAnswer((answer, exchange) =>
    !isSuccess(answer)
      ? answer
      : editObject(answer, (body) => {
          const { data, pagination } = body;
          const edited =
            Array.isArray(data) && isJsonObject(pagination) ? change(data, pagination, exchange) : undefined;
          return edited === undefined ? undefined : { ...body, ...edited };
        }),
  );

/** Pages behind the first begin this many rows later. */
const displaced = (by: number): Serve =>
  inRequest((request) => {
    const query = queryOf(request);
    const offset = Number(query.get('offset') ?? 0);
    if (!(offset > 0)) return null;
    query.set('offset', String(offset + by));
    return withQuery(request, query);
  });

/** The page tells the offset that was asked for, so that only the rows give it away. */
const tellingTruth = (serve: Serve): Serve => {
  return async (exchange) => {
    const answer: Answer = await serve(exchange);
    const query = queryOf(exchange.request);
    const [offset, limit] = [Number(query.get('offset') ?? 0), Number(query.get('limit') ?? 50)];
    return editObject(answer, (body) => {
      const { pagination } = body;
      if (!isJsonObject(pagination) || pagination['offset'] === offset) return undefined;
      const next = offset + limit < Number(pagination['total']) ? offset + limit : null;
      return { ...body, pagination: { ...pagination, offset, next_offset: next } };
    });
  };
};

const withoutQuery = (names: (exchange: Exchange) => readonly string[]): Serve =>
  inRequest((request, exchange) => {
    const query = queryOf(request);
    const given = names(exchange).filter((name) => query.has(name));
    for (const name of given) query.delete(name);
    return given.length === 0 ? null : withQuery(request, query);
  });

/** One mutant for each filter that stands at this place of an operation's list of filters. */
const filterIgnored = (index: number): Mutant => ({
  id: `filter-${index + 1}-ignored`,
  class: 'paging',
  defect: `lists what its filter number ${index + 1} should leave out`,
  fits: (operation) => filtersOf(operation).length > index,
  serve: withoutQuery(({ operation }) => filtersOf(operation).slice(index, index + 1)),
});

export const pagingMutants: readonly Mutant[] = [
  {
    id: 'row-skipped',
    class: 'paging',
    defect: 'leaves out a row between two pages',
    fits: isPaged,
    serve: tellingTruth(displaced(1)),
  },
  {
    id: 'row-repeated',
    class: 'paging',
    defect: 'gives the last row of a page again on the next',
    fits: isPaged,
    serve: tellingTruth(displaced(-1)),
  },
  {
    id: 'wrong-total',
    class: 'paging',
    defect: 'counts one row too many',
    fits: isPaged,
    serve: inPage((_, pagination) => ({ pagination: { ...pagination, total: Number(pagination['total']) + 1 } })),
  },
  {
    id: 'total-of-page',
    class: 'paging',
    defect: 'counts the rows of the page and not those of the list',
    fits: isPaged,
    serve: inPage((rows, pagination) =>
      pagination['total'] === rows.length ? undefined : { pagination: { ...pagination, total: rows.length } },
    ),
  },
  {
    id: 'unsorted',
    class: 'paging',
    defect: 'lists its rows the other way round',
    fits: isPaged,
    serve: inPage((rows) => (rows.length > 1 ? { data: rows.toReversed() } : undefined)),
  },
  {
    id: 'next-offset-stale',
    class: 'paging',
    defect: 'leads back to the page that it gives',
    fits: isPaged,
    serve: inPage((_, pagination) =>
      pagination['next_offset'] === null
        ? undefined
        : { pagination: { ...pagination, next_offset: pagination['offset'] } },
    ),
  },
  {
    id: 'pages-end-early',
    class: 'paging',
    defect: 'says that there is no further page',
    fits: isPaged,
    serve: inPage((_, pagination) =>
      pagination['next_offset'] === null ? undefined : { pagination: { ...pagination, next_offset: null } },
    ),
  },
  {
    id: 'offset-ignored',
    class: 'paging',
    defect: 'begins every page at the first row',
    fits: isPaged,
    serve: tellingTruth(withoutQuery(() => ['offset'])),
  },
  {
    id: 'limit-ignored',
    class: 'paging',
    defect: 'gives pages of its own size',
    fits: isPaged,
    serve: withoutQuery(() => ['limit']),
  },
  {
    id: 'sort-ignored',
    class: 'paging',
    defect: 'lists in its own order',
    fits: (operation) => hasQuery(operation, 'sort'),
    serve: withoutQuery(() => ['sort']),
  },
  {
    id: 'cursor-repeats',
    class: 'paging',
    defect: 'gives a line again behind its cursor',
    fits: hasCursor,
    serve: inRequest((request) => {
      const query = queryOf(request);
      const cursor = Number(query.get('cursor') ?? 0);
      if (!(cursor > 0)) return null;
      query.set('cursor', String(cursor - 1));
      return withQuery(request, query);
    }),
  },
  {
    id: 'cursor-ends-early',
    class: 'paging',
    defect: 'says that there are no further lines',
    fits: (operation) => hasCursor(operation) && rowSchemaOf(operation) !== undefined,
    serve: inPage((_, pagination) =>
      pagination['next_cursor'] === null ? undefined : { pagination: { ...pagination, next_cursor: null } },
    ),
  },
  filterIgnored(0),
  filterIgnored(1),
  filterIgnored(2),
  filterIgnored(3),
];
