import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { Client } from './client.ts';
import type { Lease } from './suite.ts';

export interface ReadEvents {
  readonly events: readonly EventSourceMessage[];
  /** Ids of whole blocks, with an event or without. */
  readonly ids: readonly string[];
  readonly comments: readonly string[];
}

export function readEvents(text: string): ReadEvents {
  const events: EventSourceMessage[] = [];
  const ids: string[] = [];
  const comments: string[] = [];
  const parser = createParser({
    onEvent: (event) => void events.push(event),
    onId: (id) => void ids.push(id),
    onComment: (comment) => void comments.push(comment.trim()),
    onError: (error) => {
      throw error;
    },
  });
  parser.feed(text);
  return { events, ids, comments };
}

/** Numbers of the lines that were sent, in the order in which they came. */
export const lineNumbers = ({ events }: ReadEvents): number[] =>
  events.filter(({ event }) => event === 'line').map(({ data }) => (JSON.parse(data) as { line: number }).line);

export interface EventStream {
  readonly status: number;
  /** What has come so far. */
  read(): ReadEvents;
  /** Resolves when what has come is enough; fails when the stream ends before that. */
  until(isEnough: (come: ReadEvents) => boolean): Promise<ReadEvents>;
  /** Resolves when the server has ended the stream; tells whether it did so cleanly. */
  ended(): Promise<boolean>;
  /** Ends the connection without a word. */
  kill(): void;
}

/** Over a connection of its own, as events come. */
export async function openEventStream(
  { url, token }: Pick<Client, 'url' | 'token'>,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<EventStream> {
  const credential = { Authorization: `Bearer ${token ?? ''}` };
  const sent = request(new URL(path, url), { agent: false, headers: { ...credential, ...headers } });
  sent.on('error', () => undefined);
  sent.end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  response.setEncoding('utf8').on('data', (chunk: string) => void (text += chunk));
  const closed = new Promise<boolean>((resolve) => {
    response.on('error', () => undefined).once('close', () => resolve(response.complete));
  });
  const read = (): ReadEvents => readEvents(text);
  return {
    status: response.statusCode ?? 0,
    read,
    until: async (isEnough) => {
      while (!isEnough(read())) {
        const more = once(response, 'data').then(
          () => true,
          () => false,
        );
        if (!(await Promise.race([more, closed.then(() => false)])) && !isEnough(read()))
          throw new Error(`the stream ended with ${text.slice(-500)}`);
      }
      return read();
    },
    ended: () => closed,
    kill: () => void sent.destroy(),
  };
}

export interface Followed {
  readonly numbers: readonly number[];
  readonly kills: number;
  /** What the last event held. */
  readonly end: unknown;
}

/**
 * Follows a log to its end by whichever client is next; each connection is killed after a few events, and the next one
 * goes on after the last id that came.
 */
export async function followThroughKills(clients: readonly Client[], path: string): Promise<Followed> {
  const numbers: number[] = [];
  let lastId: string | undefined;
  for (let kills = 0; ; kills += 1) {
    const client = clients[kills % clients.length];
    if (client === undefined) throw new Error('nobody follows');
    const stream = await openEventStream(client, path, lastId === undefined ? {} : { 'Last-Event-ID': lastId });
    const isEnough = ({ events }: ReadEvents): boolean => events.length > kills * 7 || events.at(-1)?.event === 'end';
    const come = await stream.until(isEnough);
    stream.kill();
    numbers.push(...lineNumbers(come));
    lastId = come.ids.at(-1) ?? lastId;
    const last = come.events.at(-1);
    if (last?.event === 'end') return { numbers, kills, end: JSON.parse(last.data) };
  }
}

/** Writes that many lines to the log, a few at a time, with rests in which readers see an open log. */
export async function writeLines({ client, path }: Lease, count: number): Promise<void> {
  const line = { at: '2026-11-22T10:00:00Z', level: 'info', source: 'worker' } as const;
  const atOnce = 11;
  for (let first_line = 0; first_line < count; first_line += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, count - first_line) }, (_, index) => first_line + index);
    const lines = numbers.map((number) => ({ ...line, message: `line ${number}` }));
    await client.expect('appendLogLines', 200, { path, body: { first_line, lines } });
    await setImmediate();
  }
}
