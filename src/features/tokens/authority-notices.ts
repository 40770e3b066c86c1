import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { notify, type Listen } from '../../db/notices.ts';
import { forgetAllTokens, forgetToken, forgetTokensOf } from './verified-tokens.ts';

type Trx = Transaction<Database>;

const channel = 'spci_authority';

/** Has every process forget the token when the transaction, which changes it, is committed. */
export async function noticeToken(trx: Trx, tokenId: number): Promise<void> {
  await notify(trx, channel, `token ${tokenId}`);
}

/** Has every process forget all tokens of the account when the transaction, which changes it or them, is committed. */
export async function noticeAccount(trx: Trx, accountId: number): Promise<void> {
  await notify(trx, channel, `account ${accountId}`);
}

/** A process forgets what others change; it need not wait for its own notices and calls `forgetToken` itself. */
export function forgetOnNotices({ db, listen }: Pick<AppContext, 'db'> & { readonly listen: Listen }): void {
  listen(channel, {
    heard: (notice) => {
      const [kind, id] = notice.split(' ');
      if (kind === 'token') forgetToken(db, Number(id));
      else forgetTokensOf(db, Number(id));
    },
    joined: () => forgetAllTokens(db),
  });
}
