/** Offsets of the first and the last byte. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

const oneRange = /^bytes=[ \t]*(?:(\d+)-(\d*)|-(\d+))[ \t]*$/i;

/**
 * The part of `sizeBytes` bytes that a `Range` header asks for. What is not one range of bytes is ignored, as RFC 9110
 * allows: the answer is the whole.
 */
export function byteRangeOf(header: string | undefined, sizeBytes: number): ByteRange | 'whole' | 'unsatisfiable' {
  const [, firstDigits, lastDigits, suffixDigits] = oneRange.exec(header ?? '') ?? [];
  if (suffixDigits !== undefined) return suffixOf(Number(suffixDigits), sizeBytes);
  if (firstDigits === undefined) return 'whole';
  const first = Number(firstDigits);
  const last = lastDigits ? Number(lastDigits) : Infinity;
  if (last < first) return 'whole';
  return first < sizeBytes ? { first, last: Math.min(last, sizeBytes - 1) } : 'unsatisfiable';
}

function suffixOf(length: number, sizeBytes: number): ByteRange | 'unsatisfiable' {
  if (length === 0 || sizeBytes === 0) return 'unsatisfiable';
  return { first: Math.max(0, sizeBytes - length), last: sizeBytes - 1 };
}
