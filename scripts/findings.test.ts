import { describe, expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';

/**
 * What was found wrong with the reference API, and what is right here: findings of its review by their id, defects seen by
 * calling it by the section that tells them. The number says in how many tests.
 */
const findings = `
C1      4  no output at all, one of several missing, one of twenty tests reported, nothing reported: each is told, none passes
H1      1  a token is revoked by its owner or an administrator of the domain; to anybody else it does not exist
H2      2  what is not registered is run by its owner at GitHub alone, once GitHub confirms that it exists
H3      1  no name of an account or a login opens anything by itself
H4      2  every failure is JSON with a code, that of a broken server and of a body too large included
H5      1  no answer breaks the description: the server withholds it
H6      1  a list asks the database as often for a hundred rows as for one
H7      2  a run that was canceled stays canceled, whatever its worker sends and however close the race
LOW-1   1  an answer with a token is kept by no cache
LOW-2   2  an unknown address is refused in the same words after the same work
LOW-3   1  the public prefix of a token is unique
LOW-4   1  a name that a client gave is data, and no part of a path
LOW-5   1  each event of a run tells how many results there were
LOW-6   1  TLS is asked for over TLS alone
1.9.2   1  runs are found by every status
1.9.5   1  the cursor of a log is a number
1.9.6   1  a line of a log has its moment
1.9.23  2  a list of unique items refuses what it holds twice
1.9.24  1  a body that is no object, or too long a reason, is refused and named
1.10    1  an id beyond all bounds is a bad request
2.1a    1  an output that is an accepted variant passes, and so does its result
2.1b    1  a run passes only if every planned test was reported
2.1c    2  what is approved or accepted later leaves the verdicts of other runs
2.1d    1  approving what a run produced judges that run again, on record
2.3a    1  a run that waits is found by when it was created, not always
2.3b    1  a number is written in digits
2.5     1  lines that begin with two signs are lines of a difference
2.6     1  approving again records nothing more
2.7a    1  a repository of one's own login has to exist
2.7b    2  a repository is one, in whatever case it is written
2.7c    1  no late report opens a run that was canceled
2.7d    1  a worker of the attempt before writes nothing into a run that was restarted
2.8a    2  neither words nor work tell whether an address has an account
2.8b    1  an account that ended keeps no login from others
2.9a    1  reads and writes are counted apart
2.9b    1  asking for health bars nobody from logging in
2.9c    1  nothing that is asked between them forgets failed logins
2.10a   1  a body too large is refused in JSON
2.10b   1  a deleted sample leaves no file beside it
4.4a    1  nothing is reported into a run that ended
4.4b    1  what a worker says when it gives up is what the run tells
4.4c    1  no late report changes how a run ended
4.4d    1  a report without a lease of its own is 401 and no fault of the server
4.4e    1  a result that comes again changes nothing and is counted as such
`;

const rows = findings
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/, 2) as [string, string]);

/** Ids before the colon in names such as `H7, 2.7c: is told …`. */
function idsNamedIn(source: string): string[] {
  const id = String.raw`(?:[CH]\d|LOW-\d|\d\.\d+[a-z]?(?:\.\d+)?)`;
  const names = source.matchAll(new RegExp(String.raw`\(\s*['"${'`'}](${id}(?:, ${id})*): `, 'g'));
  return [...names].flatMap(([, ids = '']) => ids.split(', '));
}

const sources = globSync(['contract-tests/{operations,http,journeys}/**/*.test.ts', 'src/**/*.test.ts']);
const named = sources.flatMap((file) => idsNamedIn(readFileSync(file, 'utf8')));

describe('each finding has the tests that show what is right', () => {
  test.each(rows)('%s', (id, least) => {
    expect(named.filter((other) => other === id).length).toBeGreaterThanOrEqual(Number(least));
  });
});

test('no test is named after a finding that is not here', () => {
  const known = new Set(rows.map(([id]) => id));
  expect(known.size).toBe(rows.length);
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});
