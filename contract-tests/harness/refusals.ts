import { expect } from '@jest/globals';
import type { components } from '../../generated/client.ts';
import { newToken } from '../../src/secrets.ts';
import type { Client } from './client.ts';
import { createClient } from './client.ts';
import { everyScope, type Scope, type World } from './world.ts';

export interface AnyAnswer {
  readonly status: PropertyKey;
  readonly headers: Headers;
  readonly body: unknown;
  readonly text: string;
}

/** One and the same request, by whichever client it is given. */
export type Send = (client: Client) => Promise<AnyAnswer>;

export type ErrorBody = components['schemas']['Error'];

/** The failure that an answer tells, once it has this status. */
export function failureOf(answer: AnyAnswer, status: number): ErrorBody {
  if (answer.status !== status)
    throw new Error(`answered ${String(answer.status)}, expected ${status}: ${answer.text.slice(0, 500)}`);
  return answer.body as ErrorBody;
}

/** Paths of the fields that a 400 finds fault with. */
export function faultyFields(answer: AnyAnswer): string[] {
  const { code, details } = failureOf(answer, 400);
  expect(code).toBe('validation_error');
  return Object.keys(details.fields ?? {});
}

/** 401 without a credential and with each that opens nothing, with the challenge that tells the two cases apart. */
export async function expectCredentialNeeded({ url, anonymous }: Pick<World, 'url' | 'anonymous'>, send: Send) {
  const without = await send(anonymous);
  expect(failureOf(without, 401).code).toBe('unauthorized');
  expect(without.headers.get('www-authenticate')).toBe('Bearer realm="spci"');
  for (const token of ['garbage', newToken('spci'), newToken('spcw'), newToken('spcl')]) {
    const unknown = await send(createClient(url, token));
    expect(failureOf(unknown, 401).code).toBe('unauthorized');
    expect(unknown.headers.get('www-authenticate')).toBe('Bearer realm="spci", error="invalid_token"');
  }
}

/** 403 with every scope but this one; the answer names it. `as` makes a client with given scopes. */
export async function expectScopeNeeded(as: (scopes: Scope[]) => Promise<Client>, scope: Scope, send: Send) {
  const answer = await send(await as(everyScope.filter((other) => other !== scope)));
  const { code, details } = failureOf(answer, 403);
  expect({ code, details }).toMatchObject({ code: 'forbidden', details: { missing_scopes: [scope] } });
  expect(answer.headers.get('www-authenticate')).toBe(
    `Bearer realm="spci", error="insufficient_scope", scope="${scope}"`,
  );
}

/** 404 for both, told in the same words: nobody learns that the foreign one exists. */
export function expectSameNotFound(foreign: AnyAnswer, missing: AnyAnswer): void {
  const told = [foreign, missing].map((answer) => {
    const { details, ...rest } = failureOf(answer, 404);
    const { request_id: _, ...facts } = details;
    return { ...rest, facts };
  });
  expect(told[0]).toEqual(told[1]);
}
