import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { countDeprecatedUses, listDeprecatedUses, listItemStandings } from '../deprecated-uses.queries.ts';
import { deprecatedItems } from '../deprecated-uses.ts';
import { deprecatedItemView, deprecatedUseView } from '../deprecated-uses.view.ts';

export const listDeprecations: Operation<'listDeprecations'> = async ({ db, settings, principal }, { query }) => {
  const { domainId } = principal;
  const declared = deprecatedItems(settings);
  const names = [...declared.keys()].filter((item) => query.item === undefined || item === query.item);
  const uses = await listDeprecatedUses(db, domainId, names, query, query);
  const total = await countDeprecatedUses(db, domainId, names, query);
  const standings = await listItemStandings(db, domainId, names, query.days);
  const items = standings.flatMap((standing) => {
    const deprecation = declared.get(standing.item);
    return deprecation === undefined ? [] : [deprecatedItemView(deprecation, standing)];
  });
  return { status: 200, body: { ...pageOf(uses.map(deprecatedUseView), query, total), items } };
};
