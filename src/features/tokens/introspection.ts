import type { components } from '../../../generated/api.ts';
import type { AppContext } from '../../context.ts';
import { AppError, invalidFields } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { findTokenFacts } from './introspection.queries.ts';

/** A form as it was read, or why it was not. */
export type ReadForm =
  | { readonly kind: 'fields'; readonly fields: URLSearchParams }
  | { readonly kind: 'no_form' | 'too_large' | 'unparsable' };

const type = 'application/x-www-form-urlencoded';
const lengthMax: Readonly<Record<string, number>> = { token: 1000, token_type_hint: 50 };

/** The token that a form asks about; refused where the form is no such form. */
export function tokenIn(form: ReadForm): string {
  if (form.kind !== 'fields') throw unreadable(form.kind);
  const { fields } = form;
  const faults: Record<string, string[]> = Object.create(null);
  for (const name of new Set(['token', ...fields.keys()])) {
    const fault = faultOf(name, fields.getAll(name));
    if (fault !== undefined) faults[`body.${name}`] = [fault];
  }
  if (Object.keys(faults).length > 0) throw invalidFields({ ...faults });
  return fields.get('token') ?? '';
}

function unreadable(kind: Exclude<ReadForm['kind'], 'fields'>): AppError {
  if (kind === 'too_large') return new AppError('payload_too_large', 'The body is larger than this operation takes.');
  if (kind === 'unparsable') return new AppError('bad_request', 'The form is not percent-encoded UTF-8.');
  const available = [type];
  return new AppError('unsupported_media_type', `This operation takes ${type}, in UTF-8 and not encoded.`, {
    available,
  });
}

function faultOf(name: string, values: readonly string[]): string | undefined {
  const most = new Map(Object.entries(lengthMax)).get(name);
  if (most === undefined) return 'is not a field of this form';
  if (values.length > 1) return 'must not be repeated';
  if (name === 'token' && (values[0] ?? '') === '') return 'must be given';
  // By characters, as the description counts.
  return [...(values[0] ?? '')].length > most ? `must be at most ${most} characters` : undefined;
}

const seconds = (moment: string): number => Math.floor(Date.parse(moment) / 1000);

/**
 * What a token is, for who may manage the tokens of its domain. Whatever else it is, be it of another domain, ended or no
 * token at all, is told as one and the same.
 */
export async function introspect(
  { db, settings, tokens }: Pick<AppContext, 'db' | 'settings'> & { readonly tokens: Verifier },
  { domainId, operator }: Pick<AccountPrincipal, 'domainId' | 'operator'>,
  token: string,
): Promise<components['schemas']['TokenIntrospection']> {
  const principal = await tokens.inspect(token);
  if (principal === undefined || (principal.domainId !== domainId && !operator)) return { active: false };
  // Nobody else would keep it to its confines, or count.
  if (principal.confinement !== undefined || principal.counted === true) return { active: false };
  const facts = await findTokenFacts(db, principal.tokenId);
  if (facts === undefined) return { active: false };
  return {
    active: true,
    scope: principal.scopes.join(' '),
    token_type: 'bearer',
    username: facts.email,
    sub: String(principal.accountId),
    domain: facts.slug,
    iss: settings.publicUrl ?? '',
    iat: seconds(facts.created_at),
    exp: seconds(facts.expires_at),
  };
}

interface Verifier {
  inspect(token: string): Promise<AccountPrincipal | undefined>;
}
