import type { components } from '../../generated/client.ts';
import { BuildDamaged } from './run-execution.ts';
import { SampleDigestError } from './sample-cache.ts';

const stackLinesMax = 50;
const stackLineMax = 2000;

/** What kind of failure ended the work, and where it came from. */
export function completionFailure(error: Error): components['schemas']['CompletionFailure'] {
  const damaged = error instanceof BuildDamaged || error instanceof SampleDigestError;
  const lines = (error.stack ?? '')
    .split('\n')
    .map((line) => line.replaceAll('\0', '\uFFFD').trim().slice(0, stackLineMax));
  return { type: damaged ? 'storage' : 'worker', stack: lines.filter(Boolean).slice(0, stackLinesMax) };
}
