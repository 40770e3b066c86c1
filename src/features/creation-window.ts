import { invalidFields } from '../errors.ts';
import { momentOf } from './moment.ts';

/** Both ends belong to it; an end that is left out is open. */
export interface CreationWindow {
  readonly created_after?: string;
  readonly created_before?: string;
}

/** The window that a query asks for, in UTC. */
export function creationWindow(query: CreationWindow): CreationWindow {
  const created_after = boundOf('created_after', query);
  const created_before = boundOf('created_before', query);
  if (created_after !== undefined && created_before !== undefined && created_after > created_before)
    throw invalidFields({ 'query.created_after': ['must not be later than created_before'] });
  return {
    ...(created_after === undefined ? {} : { created_after }),
    ...(created_before === undefined ? {} : { created_before }),
  };
}

function boundOf(name: keyof CreationWindow, query: CreationWindow): string | undefined {
  const text = query[name];
  const moment = text === undefined ? undefined : momentOf(text);
  if (text !== undefined && moment === undefined)
    throw invalidFields({ [`query.${name}`]: ['must be a moment of the years 1 to 9999'] });
  return moment;
}
