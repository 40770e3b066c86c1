import type { AccessUnit } from './mpeg-ts.ts';

/** `nal_unit_type`, ITU-T H.264 table 7-1. */
const nalUnitType = { slice: 1, idrSlice: 5, sei: 6, accessUnitDelimiter: 9 } as const;

const startCode = Buffer.from([0, 0, 1]);

function typeOf(unit: Buffer): number {
  return unit.readUInt8(0) & 0x1f;
}

/** A NAL unit never ends in a zero byte: what follows the last other byte belongs to the next start code. */
function withoutTrailingZeros(unit: Buffer): Buffer {
  return unit.subarray(0, unit.findLastIndex((byte) => byte !== 0) + 1);
}

function nalUnitsOf(stream: Buffer): Buffer[] {
  const starts: number[] = [];
  for (let at = stream.indexOf(startCode); at !== -1; at = stream.indexOf(startCode, at + startCode.length)) {
    starts.push(at);
  }
  return starts.map((start, index) =>
    withoutTrailingZeros(stream.subarray(start + startCode.length, starts[index + 1])),
  );
}

function picturesOf(stream: Buffer): Buffer[][] {
  const pictures: Buffer[][] = [];
  for (const unit of nalUnitsOf(stream)) {
    if (typeOf(unit) === nalUnitType.accessUnitDelimiter) pictures.push([]);
    pictures.at(-1)?.push(unit);
  }
  return pictures;
}

/**
 * One SEI message with one field 1 pair: ITU-T T.35 user data (H.264 annex D), country 0xB5, provider 0x0031, "GA94",
 * type 3, cc_data() (ATSC A/53 part 4, 6.2.3). Odd parity leaves one zero byte in it, so emulation prevention has
 * nothing to do.
 */
function captionSei(pair: Buffer): Buffer {
  const ccData = [0xc1, 0xff, 0xfc, ...pair, 0xff];
  const payload = [0xb5, 0x00, 0x31, ...Buffer.from('GA94'), 0x03, ...ccData];
  return Buffer.from([nalUnitType.sei, 0x04, payload.length, ...payload, 0x80]);
}

function isSlice(unit: Buffer): boolean {
  return typeOf(unit) === nalUnitType.slice || typeOf(unit) === nalUnitType.idrSlice;
}

/** The encoder's own SEI names its version and is left out, so that another build can give the same bytes. */
function captionedPicture(units: readonly Buffer[], pair: Buffer): AccessUnit {
  const kept = units.filter((unit) => typeOf(unit) !== nalUnitType.sei);
  const firstSlice = kept.findIndex(isSlice);
  const ordered = kept.toSpliced(firstSlice, 0, captionSei(pair));
  return {
    bytes: Buffer.concat(ordered.flatMap((unit) => [Buffer.of(0), startCode, unit])),
    isRandomAccessPoint: kept.some((unit) => typeOf(unit) === nalUnitType.idrSlice),
  };
}

/** The stream needs access unit delimiters and one picture per pair. */
export function withCaptions(stream: Buffer, pairs: readonly Buffer[]): AccessUnit[] {
  const pictures = picturesOf(stream);
  if (pictures.length !== pairs.length) throw new Error(`${pictures.length} pictures for ${pairs.length} byte pairs`);
  return pairs.map((pair, index) => captionedPicture(pictures[index] ?? [], pair));
}
