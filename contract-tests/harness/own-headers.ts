import { createHmac, randomUUID } from 'node:crypto';
import type { operations } from '../../generated/operations.ts';

type Operation = Pick<(typeof operations)[keyof typeof operations], 'credential'>;

/** Of the servers of tests. */
export const webhookSecret = 'it is a secret of the webhook';

export const signatureOf = (secret: string, body: string | Uint8Array): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

/**
 * How a token opens an operation: of a webhook it is the secret that signs the body, which comes with the headers of a
 * delivery of its own.
 */
export function ownHeaders(
  { credential }: Operation,
  token: string | undefined,
  body: string | Uint8Array = '',
): Record<string, string> {
  const delivery = { 'X-GitHub-Event': 'pull_request', 'X-GitHub-Delivery': randomUUID() };
  if (token === undefined) return credential === 'webhook' ? delivery : {};
  if (credential === 'browser') return { 'X-Auth-Token': token };
  if (credential !== 'webhook') return { Authorization: `Bearer ${token}` };
  return { ...delivery, 'X-Hub-Signature-256': signatureOf(token, body) };
}
