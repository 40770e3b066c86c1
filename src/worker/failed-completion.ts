import type { components } from '../../generated/client.ts';
import { BuildDamaged } from './run-execution.ts';
import { SampleDigestError } from './sample-cache.ts';

const messageMax = 500;
const stackLinesMax = 50;
const stackLineMax = 2000;

/** What the server is told of the failure that ended the work: what kind it is, and where it came from. */
export function failedCompletion(error: Error): components['schemas']['CompletionRequest'] {
  const damaged = error instanceof BuildDamaged || error instanceof SampleDigestError;
  const lines = (error.stack ?? '').split('\n').map((line) => fitting(line, stackLineMax));
  const stack = lines.filter(Boolean).slice(0, stackLinesMax);
  return {
    outcome: 'failed',
    message: fitting(error.message, messageMax) || error.name,
    failure: { type: damaged ? 'storage' : 'worker', stack },
  };
}

/** The server takes neither NUL nor half a character. */
const fitting = (text: string, lengthMax: number): string =>
  text.replaceAll('\0', '\uFFFD').trim().slice(0, lengthMax).toWellFormed();
