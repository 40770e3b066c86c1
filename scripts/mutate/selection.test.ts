import { describe, expect, test } from '@jest/globals';
import { everyMutant } from './mutants/every-mutant.ts';
import { namedIn, readSelector } from './selection.ts';

const idsIn = (name: string): string[] => namedIn(name).map(({ id }) => id);

describe('the name of a test tells the operation that it is about', () => {
  test('by its id as a word, among whatever else', () => {
    expect(idsIn('with every scope but one: 403 listRuns needs runs:read')).toEqual(['listRuns']);
    expect(idsIn('what listRunsNever says')).toEqual([]);
  });

  test('by its address, which is that of every method unless one stands before it', () => {
    expect(idsIn('a bad value is refused GET /api/v1/runs query.limit')).toEqual(['listRuns']);
    expect(idsIn('HEAD is GET without the body /api/v1/runs')).toEqual(['listRuns', 'createRun']);
    expect(idsIn('/api/v1/runs/{run_id}')).toEqual(['getRun']);
  });
});

test('the files in which a mutant shows are there', async () => {
  const { showing } = await readSelector();
  expect(() => everyMutant.map(showing)).not.toThrow();
});
