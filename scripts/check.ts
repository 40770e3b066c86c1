// What a contributor runs before every commit; `npm test` runs it first.
import { close, runChecks } from './run-checks.ts';
import { staticChecks } from './static-checks.ts';

close(await runChecks(staticChecks));
