import { setTimeout } from 'node:timers/promises';
import * as oauth from 'oauth4webapi';

export interface IssuerClock {
  /** Milliseconds since 1970. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

export interface AskingLimits {
  readonly clock: IssuerClock;
  /** Of one attempt, until its answer is read. */
  readonly timeoutMs: number;
}

const systemClock: IssuerClock = { now: () => Date.now(), wait: (milliseconds) => setTimeout(milliseconds) };

export const askingLimits: AskingLimits = { clock: systemClock, timeoutMs: 5_000 };

/** Between three attempts. */
const waitsMs = [1_000, 2_000];
/** A token has some kilobytes. */
const answerBytesMax = 65_536;
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge';
}

async function bodyOf(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > answerBytesMax) throw new AnswerTooLarge();
  }
  return Buffer.concat(chunks);
}

/** Reads the whole answer within the time and size there are; what a failure would say of the request is left behind. */
const boundedFetch = async (url: string, init: RequestInit): Promise<Response> => {
  try {
    const response = await fetch(url, init);
    const body = await bodyOf(response);
    const { status, headers } = response;
    return new Response(bodiless.has(status) ? null : new Uint8Array(body), { status, headers });
  } catch (failure) {
    throw failure instanceof AnswerTooLarge ? failure : new NoAnswer();
  }
};

export interface RequestOptions {
  readonly signal: AbortSignal;
  readonly [oauth.allowInsecureRequests]: boolean;
  readonly [oauth.customFetch]: typeof boundedFetch;
}

const isPassing = (status: number): boolean => status === 429 || status >= 500;

/**
 * Asks up to three times, and again only where the answer was 429 or 5xx, or there was none. Undefined: there was no
 * answer, or none of a size that is read. Redirects are answers like others.
 */
export async function askIssuer(
  ask: (options: RequestOptions) => Promise<Response>,
  { clock, timeoutMs, insecure }: AskingLimits & { readonly insecure: boolean },
): Promise<Response | undefined> {
  for (const waitMs of [...waitsMs, undefined]) {
    const options = {
      signal: AbortSignal.timeout(timeoutMs),
      [oauth.allowInsecureRequests]: insecure,
      [oauth.customFetch]: boundedFetch,
    };
    const response = await ask(options).catch((failure: unknown) => {
      if (failure instanceof AnswerTooLarge) return undefined;
      if (failure instanceof NoAnswer) return failure;
      throw failure;
    });
    if (response === undefined) return undefined;
    const isOver = !(response instanceof NoAnswer) && !isPassing(response.status);
    if (isOver) return response;
    if (waitMs !== undefined) await clock.wait(waitMs);
  }
  return undefined;
}
