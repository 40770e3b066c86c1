import { invalidFields } from '../../../errors.ts';
import type { Operation } from '../../../http/operation.ts';
import { momentOf } from '../../moment.ts';
import { pageOf } from '../../pagination.ts';
import { queuePlacesOf } from '../../queue/queue-reason.ts';
import { countMatchingRuns, listMatchingRuns } from '../run-reads.queries.ts';
import { runView } from '../runs.view.ts';

export const listRuns: Operation<'listRuns'> = async (context, { query }) => {
  const { domainId } = context.principal;
  const filters = { ...query, ...creationWindow(query.created_after, query.created_before) };
  const runs = await listMatchingRuns(context.db, domainId, filters, query);
  const total = await countMatchingRuns(context.db, domainId, filters);
  const places = await queuePlacesOf(context, runs);
  const views = runs.map((run) => runView(run, places.get(run.id)?.reason ?? null));
  return { status: 200, body: pageOf(views, query, total) };
};

interface CreationWindow {
  readonly created_after?: string;
  readonly created_before?: string;
}

function creationWindow(after: string | undefined, before: string | undefined): CreationWindow {
  const created_after = boundOf('created_after', after);
  const created_before = boundOf('created_before', before);
  if (created_after !== undefined && created_before !== undefined && created_after > created_before)
    throw invalidFields({ 'query.created_after': ['must not be later than created_before'] });
  return {
    ...(created_after === undefined ? {} : { created_after }),
    ...(created_before === undefined ? {} : { created_before }),
  };
}

function boundOf(name: keyof CreationWindow, text: string | undefined): string | undefined {
  const moment = text === undefined ? undefined : momentOf(text);
  if (text !== undefined && moment === undefined)
    throw invalidFields({ [`query.${name}`]: ['must be a moment of the years 1 to 9999'] });
  return moment;
}
