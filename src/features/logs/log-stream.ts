import { encode, encodeComment } from 'eventsource-encoder';
import { Readable } from 'node:stream';
import type { AppContext } from '../../context.ts';
import { AppError, notFound } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import type { RunWatch } from '../runs/run-notices.ts';
import { stillHolds } from '../tokens/token-standing.ts';
import { scannedLinesMax } from './log-page.ts';
import { findFollowedLog, listLogLines, type FollowedLog, type LogFilters } from './logs.queries.ts';
import { logLineView } from './logs.view.ts';

type Needs = Pick<AppContext, 'db' | 'runNotices' | 'stopping'>;

export interface FollowRequest {
  readonly runId: number;
  /** Number of the first line. */
  readonly first: number;
  /** How long lines are waited for. */
  readonly waitMs: number;
  readonly filters: LogFilters;
}

/** Of one token, in one process. */
export const openStreamsMax = 32;
/** How often a quiet stream looks whether its token still holds, and at the log in case a notice was missed. */
const lookMs = 4_000;
/** Less than the 60 s after which a silent connection is closed. */
const heartbeatMs = 15_000;
/** Made while the client reads the lines before them, so that a slow one holds little. */
const linesAtOnce = 100;
const retryMs = 1_000;

const openStreams = new Map<number, number>();

/** Gives what ends the stream's count. */
function countStream(tokenId: number): () => void {
  const open = openStreams.get(tokenId) ?? 0;
  if (open >= openStreamsMax)
    throw new AppError('rate_limited', `A token may have ${openStreamsMax} streams open.`, {
      ...{ retry_after: 5, limit: openStreamsMax },
    });
  openStreams.set(tokenId, open + 1);
  return () => {
    const left = (openStreams.get(tokenId) ?? 1) - 1;
    if (left === 0) openStreams.delete(tokenId);
    else openStreams.set(tokenId, left);
  };
}

/** Server-sent events of a run’s log: its lines, and its end. `signal` aborts when the client goes. */
export async function followLog(
  context: Needs,
  principal: AccountPrincipal,
  request: FollowRequest,
  signal: AbortSignal,
): Promise<Readable> {
  if ((await findFollowedLog(context.db, principal.domainId, request.runId)) === undefined) throw notFound('run');
  const uncount = countStream(principal.tokenId);
  const watch = context.runNotices.watch(request.runId);
  const ended = AbortSignal.any([signal, context.stopping]);
  // A stream that nobody reads, as for HEAD, is closed without its events having begun.
  return Readable.from(events(context, principal, request, { watch, ended })).once('close', () => {
    watch.close();
    uncount();
  });
}

/** A line is never sent twice and none is left out: `next` moves only past what was sent or filtered. */
async function* events(
  { db }: Needs,
  principal: AccountPrincipal,
  { runId, first, waitMs, filters }: FollowRequest,
  { watch, ended }: { readonly watch: RunWatch; readonly ended: AbortSignal },
): AsyncGenerator<string> {
  const until = performance.now() + waitMs;
  let next = first;
  let spokeAt = performance.now();
  let askedAt = spokeAt;
  yield encode({ comment: 'open' }) + `retry: ${retryMs}\n\n`;
  while (!ended.aborted) {
    if (performance.now() - askedAt >= lookMs) {
      if (!(await stillHolds(db, principal.tokenId, 'system:read'))) return;
      askedAt = performance.now();
    }
    const log = await findFollowedLog(db, principal.domainId, runId);
    if (log === undefined) return;
    const piece = await readPiece(db, runId, filters, next, log);
    next = piece.next;
    if (piece.text !== '') yield piece.text;
    if (piece.text !== '') spokeAt = performance.now();
    if (next < log.lines) continue;
    if (log.ended) yield endEvent(log);
    const leftMs = until - performance.now();
    if (log.ended || leftMs <= 0) return;
    await watch.wait(Math.min(leftMs, lookMs), ended);
    if (performance.now() - spokeAt < heartbeatMs) continue;
    yield encodeComment('still open');
    spokeAt = performance.now();
  }
}

async function readPiece(
  db: Needs['db'],
  runId: number,
  filters: LogFilters,
  first: number,
  { lines: count }: FollowedLog,
): Promise<{ readonly text: string; readonly next: number }> {
  if (first >= count) return { text: '', next: first };
  const end = Math.min(first + scannedLinesMax, count);
  const lines = await listLogLines(db, runId, filters, { first, end, limit: linesAtOnce });
  const last = lines.at(-1)?.line;
  const next = last !== undefined && lines.length === linesAtOnce ? last + 1 : end;
  const sent = lines.map((row) => encode({ id: row.line, event: 'line', data: JSON.stringify(logLineView(row)) }));
  // No event, but the client resumes after what the filters hold back.
  if (last !== next - 1) sent.push(`id: ${next - 1}\n\n`);
  return { text: sent.join(''), next };
}

function endEvent({ status, lines }: FollowedLog): string {
  return encode({ event: 'end', data: JSON.stringify({ status, next_line: lines }) });
}
