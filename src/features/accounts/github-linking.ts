import { randomBytes } from 'node:crypto';
import type { AppContext } from '../../context.ts';
import { violatedUniqueKey } from '../../db/postgres-errors.ts';
import { AppError } from '../../errors.ts';
import type { ForgeSettings } from '../../forge-settings.ts';
import { ForgeRefused, ForgeUnavailable } from '../../forge/forge-failures.ts';
import { authorizeUrl, findGithubUser, type GithubUser } from '../../forge/github-login.ts';
import type { AccountRow } from './accounts.table.ts';
import {
  findLinkableAccount,
  updateDeactivatedUnlinked,
  updateLinked,
  updateUnlinked,
  type LinkableAccount,
} from './github-links.queries.ts';
import { beginLinking, linkingSeconds, readConfirmation, readState, writeConfirmation } from './github-slips.ts';

type LinkingContext = Pick<AppContext, 'db' | 'keys' | 'settings'>;

const redirectUriOf = ({ settings }: Pick<AppContext, 'settings'>): string =>
  `${settings.publicUrl ?? ''}/api/v1/auth/github/callback`;

function forgeOf({ settings }: Pick<AppContext, 'settings'>): ForgeSettings {
  if (settings.forge !== undefined) return settings.forge;
  throw new AppError('unavailable', 'This installation is not connected to GitHub; its operator can connect it.');
}

const overLink = (cause?: unknown): AppError =>
  new AppError('invalid_link', 'This link is over, was used or was never given.', {}, cause);

export interface LinkOffer {
  readonly account: AccountRow;
  readonly authorizeUrl: string;
}

/** Where the owner of the account goes to link a login, or another one; the offer ends after ten minutes. */
export async function offerLinking(context: LinkingContext, accountId: number): Promise<LinkOffer> {
  const forge = forgeOf(context);
  const account = await findLinkableAccount(context.db, accountId);
  if (account === undefined) throw new AppError('unauthorized', 'The account is not active any more.');
  const linking = { accountId, linkChanges: account.github_link_changes, expires: account.now + linkingSeconds };
  const begun = beginLinking(context.keys, linking, randomBytes(16).toString('base64url'));
  return { account, authorizeUrl: await authorizeUrl(forge, { redirectUri: redirectUriOf(context), ...begun }) };
}

export interface AskedLinking {
  readonly account: AccountRow;
  readonly user: GithubUser;
  readonly confirmation: string;
}

interface Returned {
  readonly state: string;
  readonly code: string | undefined;
  readonly error: string | undefined;
  readonly iss: string | undefined;
}

/**
 * Finds out who came back from GitHub, and changes nothing: who began the linking may have sent its address to somebody
 * else, who has to see whose account it is. Undefined when it was declined there.
 */
export async function askForConfirmation(
  context: LinkingContext,
  { state, code, error, iss }: Returned,
): Promise<AskedLinking | undefined> {
  const forge = forgeOf(context);
  const linking = readState(context.keys, state);
  const account = linking && (await findLinkableAccount(context.db, linking.accountId));
  if (linking === undefined || account === undefined || !isOpen(linking, account)) throw overLink();
  if (error === 'access_denied') return undefined;
  const answer = new URLSearchParams({ state });
  for (const [name, value] of Object.entries({ code, error, iss })) if (value !== undefined) answer.set(name, value);
  const user = await userBehind(forge, { redirectUri: redirectUriOf(context), ...linking, state }, answer);
  const { accountId, linkChanges, expires } = linking;
  const confirmed = { accountId, linkChanges, expires, githubUserId: user.id, login: user.login };
  return { account, user, confirmation: writeConfirmation(context.keys, confirmed) };
}

function isOpen(
  { linkChanges, expires }: { readonly linkChanges: number; readonly expires: number },
  account: LinkableAccount,
): boolean {
  return account.github_link_changes === linkChanges && account.now < expires;
}

async function userBehind(
  forge: ForgeSettings,
  authorization: Parameters<typeof findGithubUser>[1],
  returned: URLSearchParams,
): Promise<GithubUser> {
  try {
    return await findGithubUser(forge, authorization, returned);
  } catch (failure) {
    if (failure instanceof ForgeRefused) throw overLink(failure);
    if (failure instanceof ForgeUnavailable)
      throw new AppError('unavailable', 'GitHub did not answer; begin again later.', {}, failure);
    throw failure;
  }
}

/** Links the login that the page showed, once. */
export async function completeLinking({ db, keys }: LinkingContext, confirmation: string): Promise<AccountRow> {
  const confirmed = readConfirmation(keys, confirmation);
  if (confirmed === undefined) throw overLink();
  try {
    return await db.transaction().execute(async (trx) => {
      await updateDeactivatedUnlinked(trx, confirmed);
      const account = await updateLinked(trx, confirmed);
      if (account === undefined) throw overLink();
      return account;
    });
  } catch (failure) {
    if (violatedUniqueKey(failure) !== 'accounts_domain_id_github_user_id_key') throw failure;
    throw new AppError('conflict', 'Another account of the domain has this GitHub login; unlink it there first.');
  }
}

/** Ends the link, if there is one, and what was begun to make one. */
export async function endLink({ db }: Pick<AppContext, 'db'>, accountId: number): Promise<void> {
  await updateUnlinked(db, accountId);
}
