import type { DeclaredOperation } from './declared-requests.ts';
import { sendRequest, type SentAnswer, type SentRequest } from './send-request.ts';

/** The answer, and those of the pages after it: on a server that tests share, a row may be on any of them. */
export async function wholeList(
  url: string,
  operation: DeclaredOperation,
  token: string | undefined,
  request: SentRequest,
): Promise<SentAnswer[]> {
  const answer = await sendRequest(url, operation, token, request);
  if (answer.status !== 200 || !/json/.test(answer.headers.get('content-type') ?? '')) return [answer];
  const { pagination } = JSON.parse(answer.text) as { pagination?: { next_offset?: number | null } };
  const next = pagination?.next_offset ?? null;
  if (next === null) return [answer];
  const query = new URLSearchParams(request.query);
  query.set('offset', String(next));
  return [answer, ...(await wholeList(url, operation, token, { ...request, query: query.toString() }))];
}
