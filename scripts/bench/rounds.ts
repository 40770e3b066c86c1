import { endpoints, type Endpoint } from './endpoints.ts';
import { cpuMsOf, type Timings } from './load.ts';
import type { Variant, VariantName } from './variants.ts';

export interface Round extends Timings {
  readonly cpuMs: number;
}

export type Rounds = Readonly<Record<Endpoint, ReadonlyMap<VariantName, readonly Round[]>>>;

export const plan = {
  /** Many and short: what else the machine does at a time hits neighbouring rounds alike. */
  rounds: 40,
  /** Until V8 has compiled what runs often; a server that has just started costs more. */
  warmUpRounds: 25,
  requests: { list: 60, run: 120, summary: 120 } satisfies Record<Endpoint, number>,
} as const;

async function oneRound(variant: Variant, endpoint: Endpoint): Promise<Round> {
  const before = cpuMsOf(variant.pid);
  const timings = await variant.round(endpoint, plan.requests[endpoint]);
  return { ...timings, cpuMs: cpuMsOf(variant.pid) - before };
}

async function roundsOf(variants: readonly Variant[], endpoint: Endpoint): Promise<Map<VariantName, Round[]>> {
  const measured = new Map<VariantName, Round[]>(variants.map(({ name }) => [name, []]));
  for (let round = 0; round < plan.rounds; round += 1)
    for (const variant of variants) measured.get(variant.name)?.push(await oneRound(variant, endpoint));
  return measured;
}

/** Each variant in turn, again and again, so that the noise of the machine hits all alike. */
export async function measureRounds(variants: readonly Variant[]): Promise<Rounds> {
  for (const endpoint of endpoints)
    for (const variant of variants) await variant.round(endpoint, plan.warmUpRounds * plan.requests[endpoint]);
  return {
    list: await roundsOf(variants, 'list'),
    run: await roundsOf(variants, 'run'),
    summary: await roundsOf(variants, 'summary'),
  };
}
