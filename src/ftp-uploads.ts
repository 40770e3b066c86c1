import type { AppContext } from './context.ts';
import { AppError, type ErrorCode } from './errors.ts';
import { accountByFtpLogin, ftpUser, type FtpUser } from './features/accounts/ftp-logins.ts';
import { listOwnQueue, queueFile, receiveFile } from './features/samples/queued-samples.ts';
import { limitedLogin } from './features/tokens/login.ts';
import { FtpRefusal, type FtpDoor, type FtpDuties } from './ftp/ftp-duties.ts';
import type { RateLimiter } from './http/rate-limit.ts';

type Context = Pick<AppContext, 'db' | 'blobs' | 'keys' | 'settings' | 'logger'>;

const replies: Partial<Record<ErrorCode, number>> = {
  payload_too_large: 552,
  forbidden: 553,
  conflict: 553,
  unprocessable: 553,
  validation_error: 553,
  rate_limited: 450,
};

/** What the API would answer, as a reply of FTP. */
function refusalOf(failure: unknown): unknown {
  const code = failure instanceof AppError ? replies[failure.code] : undefined;
  return failure instanceof AppError && code !== undefined ? new FtpRefusal(code, failure.message) : failure;
}

/** Asked for at each command: the login may have ended since. */
async function userNow({ db }: Context, username: string): Promise<FtpUser> {
  const user = await ftpUser(db, username);
  if (user === undefined) throw new FtpRefusal(530, 'The login has ended.');
  return user;
}

function doorOf(context: Context, limiter: RateLimiter, username: string): FtpDoor {
  return {
    take: async (file, signal) => {
      const { accountId } = await userNow(context, username);
      const { allowed, retryAfterSeconds } = limiter.consume('write', `ftp ${accountId}`, Date.now());
      if (!allowed) throw new FtpRefusal(450, `Too many files; try again in ${retryAfterSeconds} seconds.`);
      try {
        const received = await receiveFile(context, file, signal);
        signal.throwIfAborted();
        const { id, sha256 } = await queueFile(context, await userNow(context, username), received);
        return `Waits as ${id} in the queue, sha256 ${sha256}.`;
      } catch (failure) {
        throw refusalOf(failure);
      }
    },
    list: async () => {
      const files = await listOwnQueue(context, await userNow(context, username));
      return files.map(({ original_name, size_bytes, created_at }) => ({
        name: original_name,
        sizeBytes: size_bytes,
        createdAt: created_at,
      }));
    },
  };
}

/** Files that come by FTP wait in the queue of uploads, as those of `createQueuedSample` do, by the same rules. */
export function ftpUploads(context: Context, limiter: RateLimiter): FtpDuties {
  return {
    logIn: async (username, password, clientAddress) => {
      const check = () => accountByFtpLogin(context, username, password);
      try {
        const user = await limitedLogin(context, { email: username, clientAddress }, check);
        if (user === undefined) return undefined;
      } catch (failure) {
        throw refusalOf(failure);
      }
      return doorOf(context, limiter, username);
    },
    onFailure: (failure) => context.logger.error({ err: failure }, 'a command of FTP failed'),
  };
}
