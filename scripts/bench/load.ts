import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

export const connections = 16;

export interface Timings {
  readonly latenciesMs: readonly number[];
  readonly seconds: number;
}

/** Asks `requests` times, with as many questions under way as there are connections. */
export async function measure(requests: number, ask: (serial: number) => Promise<void>): Promise<Timings> {
  const latenciesMs: number[] = [];
  let serial = 0;
  const startedAt = performance.now();
  const loop = async (): Promise<void> => {
    while (serial < requests) {
      const askedAt = performance.now();
      await ask(serial++);
      latenciesMs.push(performance.now() - askedAt);
    }
  };
  await Promise.all(Array.from({ length: connections }, loop));
  return { latenciesMs, seconds: (performance.now() - startedAt) / 1000 };
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

export type Get = (path: string) => Promise<HttpAnswer>;

/** Over connections that are kept; anything but 200 fails the benchmark. */
export function keepAliveClient(origin: string, token: string): Get {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const headers = { authorization: `Bearer ${token}` };
  return (path) =>
    new Promise((resolve, reject) => {
      const sent = request(`${origin}${path}`, { agent, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.once('end', () => {
          const status = response.statusCode ?? 0;
          if (status === 200) resolve({ status, headers: response.headers, text });
          else reject(new Error(`${path} was answered ${status}: ${text}`));
        });
      });
      sent.once('error', reject).end();
    });
}

/** User and system time of all threads that a process has; those that ended are left out. */
export function cpuMsOf(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const nanoseconds = threads.map((id) =>
    Number(readFileSync(`/proc/${pid}/task/${id}/schedstat`, 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((total, value) => total + value, 0) / 1e6;
}
