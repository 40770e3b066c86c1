// Runs in a thread of its own; what goes in and out is copied.
import { classifyDifference, type DifferenceClass } from './difference.ts';
import { structuredDiff, unifiedDiff, type StructuredDiff, type UnifiedDiff } from './output-diff.ts';

export interface ComparedBytes {
  readonly expected: Uint8Array;
  readonly actual: Uint8Array;
}

export interface DiffTask extends ComparedBytes {
  readonly contextLines: number;
}

export function classify({ expected, actual }: ComparedBytes): DifferenceClass {
  return classifyDifference(expected, actual);
}

export function structured({ expected, actual, contextLines }: DiffTask): StructuredDiff {
  return structuredDiff(expected, actual, { contextLines });
}

export function unified({ expected, actual, contextLines }: DiffTask): UnifiedDiff {
  return unifiedDiff(expected, actual, { contextLines });
}
