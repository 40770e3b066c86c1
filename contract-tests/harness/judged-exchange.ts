import { exchangeFaults } from './contract.ts';
import { operationsAt } from './described.ts';
import { factsAreKept } from './fact-log.ts';
import { headFaults } from './head-faults.ts';
import { observeExchange, type ObservedExchange } from './observations.ts';

/** Other addresses than the described ones belong to whatever a test put there. */
const isOurs = ({ url }: ObservedExchange): boolean =>
  url.pathname.startsWith('/api/') || operationsAt(url.pathname).length > 0;

/** An answer that departs from the description fails the test that asked; what it shows of the description is kept. */
export function judgeExchange(exchange: ObservedExchange): void {
  if (!isOurs(exchange)) return;
  const { method, url, status } = exchange;
  const faults = [...exchangeFaults(method, url.pathname, exchange), ...headFaults(exchange)];
  if (faults.length > 0) throw new Error(`${method} ${url.pathname} → ${status}: ${faults.join('; ')}`);
  if (factsAreKept) observeExchange(exchange);
}
