// Measures the contract tests a second time, by a meter that is not ours: `redocly proxy` records a part of their traffic,
// `redocly drift` says what of the description it touched and where it departs from it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everyOperation, parametersOf } from '../contract-tests/harness/declared-requests.ts';
import { readFacts, type Fact } from './coverage/facts.ts';
import {
  differencesOf,
  ownReadings,
  readingsOf,
  unexplained,
  violationsOf,
  type Explained,
} from './meter/comparison.ts';
import { judgeTraffic } from './meter/drift.ts';
import { recordTraffic } from './meter/traffic.ts';
import { close } from './run-checks.ts';

/**
 * Generated walks over every operation: what succeeds first, while no other test's run waits in the queue. The proxy
 * sends an `Accept-Encoding` of its own, so no test of that header.
 */
const lists = [['good-requests'], ['every-operation-is-guarded', 'bad-bodies', 'negotiation', 'ownership']].map(
  (names) => names.map((name) => `contract-tests/http/${name}.test.ts`),
);

const explained: readonly Explained[] = [
  {
    what: 'operation × status: setUpInstallation 201: seen by ours alone',
    reason: 'It needs an empty installation, so it is asked of a server of its own, past the proxy.',
    until: '2027-11-30',
  },
  {
    what: 'parameters given: getDocumentation header.Accept-Encoding: seen by redocly alone',
    reason: 'fetch adds the header itself, after ours has looked.',
    until: '2027-11-30',
  },
  {
    what: 'parameters given: listSampleResults query.regression_test_id: seen by redocly alone',
    reason: 'It fits and was answered with 400, being of no test over the sample.',
    until: '2027-11-30',
  },
  {
    what: 'parameters given: downloadFile header.Range: seen by redocly alone',
    reason: 'It fits and was answered with 416; for us a parameter counts where it is taken or refused.',
    until: '2027-11-30',
  },
  {
    what: 'downloadFile 200: Undocumented query parameter in traffic: "signature"',
    reason: 'It is declared as the security scheme `fileSignature`, which drift does not take for a parameter.',
    until: '2027-11-30',
  },
];

const directory = await mkdtemp(join(tmpdir(), 'spci-meter-'));
try {
  const { har, facts: kept, server, tests } = await recordTraffic(lists, directory);
  const facts = [...readFacts(kept)].map((line) => JSON.parse(line) as Fact);
  const drift = await judgeTraffic(har, server, directory);
  const declared = everyOperation.reduce((total, operation) => total + parametersOf(operation).length, 0);
  const [ours, theirs] = [ownReadings(facts, declared), readingsOf(drift)];
  console.log(`\n${'seen in the same traffic'.padEnd(26)}  ours  redocly  declared`);
  const differences = ours.flatMap((own, index) => {
    const other = theirs[index];
    if (other === undefined) throw new Error(`redocly does not count ${own.kind}`);
    const cells = [
      String(own.seen.size).padStart(4),
      String(other.seen.size).padStart(7),
      String(own.total).padStart(8),
    ];
    console.log([own.kind.padEnd(26), ...cells].join('  '));
    return differencesOf(own, other);
  });
  const violations = violationsOf(drift);
  console.log(`${drift.exchanges} exchanges, ${violations.length} findings of redocly about answers and good requests`);
  for (const { what, reason, until } of explained) console.log(`explained until ${until}: ${what}\n  ${reason}`);
  const faults = unexplained([...differences, ...violations], explained, new Date().toISOString().slice(0, 10));
  for (const fault of faults) console.log(`FAILED: ${fault}`);
  close({ passed: tests.passed + (faults.length === 0 ? 1 : 0), failed: tests.failed + faults.length });
} finally {
  await rm(directory, { recursive: true, force: true });
}
