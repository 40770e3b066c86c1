// What others think of the description: Spectral, with its own rules and those for OWASP's list of API risks.
import { judgeBySpectral } from './judges/spectral.ts';
import { close } from './run-checks.ts';

const outcome = judgeBySpectral();
if (typeof outcome === 'string') throw new Error(`spectral could not run: ${outcome}`);
close(outcome);
