import { request } from 'node:http';

export interface Question {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export const addresses = 200;

/** 127.0.1.1 to 127.0.1.200, in turn. */
export const loopbackAddress = (serial: number): string => `127.0.1.${1 + (serial % addresses)}`;

/** The status of the answer, or the code of what broke the connection; each question has a connection of its own. */
export function outcomeFrom(localAddress: string, origin: string, question: Question): Promise<string> {
  const { method = 'GET', path, headers = {}, body } = question;
  return new Promise((resolve) => {
    const broken = (error: NodeJS.ErrnoException): void => resolve(error.code ?? error.message);
    const sent = request(`${origin}${path}`, { agent: false, localAddress, method, headers }, (response) => {
      response.once('error', broken).once('end', () => resolve(String(response.statusCode)));
      response.resume();
    });
    sent.once('error', broken).end(body);
  });
}

/** `201 x 34, 503 x 66` */
export function tally(outcomes: readonly string[]): string {
  const counts = Map.groupBy(outcomes.toSorted(), (outcome) => outcome);
  return [...counts].map(([outcome, { length }]) => `${outcome} x ${length}`).join(', ');
}
