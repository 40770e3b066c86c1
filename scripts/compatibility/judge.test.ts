import { describe, expect, test } from '@jest/globals';
import type { Exception } from '../lint/exceptions.ts';
import type { Change } from './change.ts';
import { judge, versionFindings } from './judge.ts';
import { allowedVersions, compareVersions } from './version.ts';

const today = '2026-12-01';
const change = (parts: Partial<Change>): Change => ({
  rule: 'property-removed',
  level: 'breaking',
  kind: 'removed',
  location: '#/components/schemas/Run',
  operation: null,
  description: 'Gone.',
  remedy: 'Keep it.',
  ...parts,
});
const exception: Exception = {
  rule: 'compatibility/property-removed',
  location: '#/components/schemas/Run',
  reason: 'Nobody could ever have received the field.',
  until: '2026-12-01',
};
const rulesOf = (changes: Change[], exceptions: Exception[] = [], version = '0.2.0') =>
  judge([{ version: '0.1.0', changes }], version, exceptions, today).map(({ rule }) => rule);

describe('what is refused', () => {
  test('a breaking change, by the name of its rule', () => {
    expect(rulesOf([change({})])).toEqual(['compatibility/property-removed']);
  });

  test('a fault of documentation or deprecation', () => {
    expect(rulesOf([change({ rule: 'sunset-missing', level: 'documentation', fault: true })])).toEqual([
      'compatibility/sunset-missing',
    ]);
  });

  test('once, though it would break the clients of several releases', () => {
    const comparisons = ['0.1.0', '0.2.0'].map((version) => ({ version, changes: [change({})] }));
    expect(judge(comparisons, '0.3.0', [], today)).toHaveLength(1);
  });

  test('not what is additive, what was announced, and what was reviewed', () => {
    expect(rulesOf([change({ level: 'additive' })])).toEqual([]);
    expect(rulesOf([change({ announced: true })])).toEqual([]);
    expect(rulesOf([change({})], [exception])).toEqual([]);
  });
});

describe('an exception', () => {
  const found = ['compatibility/exception'];

  test('holds through its last day', () => {
    expect(rulesOf([change({})], [{ ...exception, until: '2026-11-30' }])).toEqual(found);
    expect(rulesOf([change({})], [{ ...exception, until: 'never' }])).toEqual(found);
  });

  test('has a reason', () => expect(rulesOf([change({})], [{ ...exception, reason: 'Needed.' }])).toEqual(found));

  test('is needed', () => expect(rulesOf([], [exception], '0.1.0')).toEqual(found));

  test('covers its rule at its place only', () => {
    const refused = ['compatibility/property-removed', 'compatibility/exception'];
    expect(rulesOf([change({ location: '#/other' })], [exception])).toEqual(refused);
  });
});

describe('the version', () => {
  const follows = (last: string, version: string, ...changes: Partial<Change>[]) =>
    versionFindings({ version: last, changes: changes.map(change) }, version).length === 0;

  test.each([
    ['0.1.0', '0.1.0', 'nothing', []],
    ['0.1.0', '0.1.1', 'words', [{ level: 'documentation' }]],
    ['0.1.0', '0.2.0', 'an addition', [{ level: 'documentation' }, { level: 'additive' }]],
    ['0.1.0', '0.2.0', 'a reviewed break below 1.0.0', [{ level: 'breaking' }]],
    ['1.1.0', '2.0.0', 'a reviewed break', [{ level: 'breaking' }]],
    ['1.1.0', '1.2.0', 'a removal after its sunset', [{ level: 'breaking', announced: true }]],
    ['1.1.0', '2.0.0', 'more than it has to', [{ level: 'documentation' }]],
  ] satisfies [string, string, string, Partial<Change>[]][])('%s → %s: %s', (last, version, _, changes) => {
    expect(follows(last, version, ...changes)).toBe(true);
  });

  test.each([
    ['0.1.0', '0.1.0', 'words without a new version', [{ level: 'documentation' }]],
    ['0.1.0', '0.1.1', 'an addition as a patch', [{ level: 'additive' }]],
    ['1.1.0', '1.2.0', 'a reviewed break as a minor', [{ level: 'breaking' }]],
    ['0.1.0', '0.3.0', 'a number left out', [{ level: 'additive' }]],
    ['0.2.0', '0.1.0', 'a step back', []],
  ] satisfies [string, string, string, Partial<Change>[]][])('not %s → %s: %s', (last, version, _, changes) => {
    expect(follows(last, version, ...changes)).toBe(false);
  });

  test('tells the one to take', () => {
    const [finding] = versionFindings({ version: '0.1.0', changes: [change({ level: 'additive' })] }, '0.1.1');
    expect(finding).toMatchObject({ rule: 'compatibility/version', location: '#/info/version' });
    expect(finding?.remedy).toContain('0.2.0');
    expect(allowedVersions('0.1.0', 'none')).toEqual(['0.1.0', '0.1.1', '0.2.0', '1.0.0']);
  });

  test('versions are ordered by number', () => {
    expect(['0.10.0', '0.9.1', '0.9.10'].toSorted(compareVersions)).toEqual(['0.9.1', '0.9.10', '0.10.0']);
    expect(() => compareVersions('0.1', '0.1.0')).toThrow('0.1');
  });
});
