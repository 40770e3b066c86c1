export interface CaptionRow {
  readonly row: number | 'out-of-bounds';
  readonly column: number;
  readonly text: string;
}

export interface Cue {
  readonly start_ms: number;
  readonly end_ms: number;
  readonly rows: readonly CaptionRow[];
}

export interface CueList {
  readonly duration_ms: number;
  readonly cues: readonly Cue[];
}

/** Two bytes of seven bits, the first one high; parity is added when they are sent. */
type Code = number;

const nothing: Code = 0x0000;
const resumeCaptionLoading: Code = 0x1420;
const eraseDisplayedMemory: Code = 0x142c;
const eraseNonDisplayedMemory: Code = 0x142e;
const endOfCaption: Code = 0x142f;
const tabOffset: Code = 0x1720;
const indentFlag = 0x10;

/** Preamble address codes of rows 1 to 15 on data channel 1 (47 CFR 79.101): no arithmetic leads to them. */
const rowCodes: readonly Code[] = [
  0x1140, 0x1160, 0x1240, 0x1260, 0x1540, 0x1560, 0x1640, 0x1660, 0x1740, 0x1760, 0x1040, 0x1340, 0x1360, 0x1440,
  0x1460,
];

/**
 * Row 11 alone owns a whole first byte, 0x10, of which it uses second bytes 0x40 to 0x5F; 0x60 to 0x7F address no row.
 * With the indent flag the pair is 0x10 0x70. mux.js looks the row up and gets -1: up to 6.3.0 the text goes to row -1
 * and is never shown, 7.0.0 to 7.0.2 read a property of that missing row and throw, 7.0.3 stays on the current row.
 */
const outOfBoundsRowCode: Code = 0x1060;

/** Where the basic set differs from ASCII. */
const basicCharacters: ReadonlyMap<string, number> = new Map([
  ['á', 0x2a],
  ['é', 0x5c],
  ['í', 0x5e],
  ['ó', 0x5f],
  ['ú', 0x60],
  ['ç', 0x7b],
  ['÷', 0x7c],
  ['Ñ', 0x7d],
  ['ñ', 0x7e],
  ['█', 0x7f],
]);

const specialCharacters: ReadonlyMap<string, Code> = new Map([
  ['®', 0x1130],
  ['°', 0x1131],
  ['½', 0x1132],
  ['¿', 0x1133],
  ['™', 0x1134],
  ['¢', 0x1135],
  ['£', 0x1136],
  ['♪', 0x1137],
  ['à', 0x1138],
  ['è', 0x113a],
  ['â', 0x113b],
  ['ê', 0x113c],
  ['î', 0x113d],
  ['ô', 0x113e],
  ['û', 0x113f],
]);

const asciiReplaced = /[*\\^_`{|}~\x7f]/;

function basicCharacterCode(character: string): number {
  const code = basicCharacters.get(character) ?? character.charCodeAt(0);
  if (code < 0x20 || code > 0x7f || asciiReplaced.test(character)) {
    throw new Error(`CEA-608 cannot write "${character}"`);
  }
  return code;
}

/** Control codes are sent twice: receivers ignore the repetition. */
function sentTwice(code: Code): Code[] {
  return [code, code];
}

function textCodes(text: string): Code[] {
  const codes: Code[] = [];
  let pending: number | undefined;
  for (const character of text) {
    const special = specialCharacters.get(character);
    if (special === undefined && pending !== undefined) {
      codes.push((pending << 8) | basicCharacterCode(character));
      pending = undefined;
    } else {
      if (pending !== undefined) codes.push(pending << 8);
      pending = special === undefined ? basicCharacterCode(character) : undefined;
      if (special !== undefined) codes.push(...sentTwice(special));
    }
  }
  return pending === undefined ? codes : [...codes, pending << 8];
}

function rowCode(row: CaptionRow['row']): Code {
  if (row === 'out-of-bounds') return outOfBoundsRowCode;
  const code = rowCodes[row - 1];
  if (code === undefined) throw new Error(`CEA-608 has no row ${row}`);
  return code;
}

/** A preamble indents by fours; one tab offset adds the one to three columns that are left. */
function positionCodes({ row, column }: CaptionRow): Code[] {
  const preamble = rowCode(row) | indentFlag | (Math.floor(column / 4) << 1);
  const rest = column % 4;
  return [...sentTwice(preamble), ...(rest === 0 ? [] : sentTwice(tabOffset | rest))];
}

function loadingCodes(rows: readonly CaptionRow[]): Code[] {
  return [
    ...sentTwice(resumeCaptionLoading),
    ...sentTwice(eraseNonDisplayedMemory),
    ...rows.flatMap((row) => [...positionCodes(row), ...textCodes(row.text)]),
  ];
}

function place(frames: Code[], at: number, codes: readonly Code[]): void {
  codes.forEach((code, index) => {
    if (frames[at + index] !== nothing) throw new Error(`no free frame at ${at + index}: leave more time between cues`);
    frames[at + index] = code;
  });
}

function withOddParity(sevenBits: number): number {
  const ones = sevenBits.toString(2).replaceAll('0', '').length;
  return ones % 2 === 1 ? sevenBits : sevenBits | 0x80;
}

function bytePair(code: Code): Buffer {
  return Buffer.from([withOddParity(code >> 8), withOddParity(code & 0x7f)]);
}

/** Field 1 carries one pair per frame, so that a cue is loaded over the frames before it is shown. */
export function popOnBytePairs({ duration_ms, cues }: CueList, framesPerSecond: number): Buffer[] {
  const frameAt = (ms: number): number => Math.round((ms * framesPerSecond) / 1000);
  const frames = new Array<Code>(frameAt(duration_ms)).fill(nothing);
  for (const { start_ms, end_ms, rows } of cues) {
    const loading = loadingCodes(rows);
    place(frames, frameAt(start_ms) - loading.length, loading);
    place(frames, frameAt(start_ms), sentTwice(endOfCaption));
    place(frames, frameAt(end_ms), sentTwice(eraseDisplayedMemory));
  }
  return frames.map(bytePair);
}
