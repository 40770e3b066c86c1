export class UnbalancedQuoteError extends Error {
  override readonly name = 'UnbalancedQuoteError';
}

const BLANKS = ' \t\r\n';
/** What a backslash escapes between double quotes; before anything else it is a backslash. */
const ESCAPABLE_IN_DOUBLE_QUOTES = '$`"\\';

/**
 * Splits text into words by POSIX quoting and does nothing else a shell does: outside quotes too, `$`, backquotes, `*`,
 * `~`, `#`, `|`, `;`, `<`, `>` and `&` are ordinary characters. A carriage return separates words, as a newline does.
 */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let position = 0;
  while (position < text.length) {
    if (BLANKS.includes(text.charAt(position))) {
      if (word !== undefined) words.push(word);
      word = undefined;
      position += 1;
      continue;
    }
    const piece = pieceAt(text, position);
    if (piece.meaning !== undefined) word = (word ?? '') + piece.meaning;
    position = piece.end;
  }
  if (word !== undefined) words.push(word);
  return words;
}

/** A part of a word; one without meaning is an escaped newline, which joins two lines and is no word of its own. */
type Piece = { meaning: string | undefined; end: number };

function pieceAt(text: string, start: number): Piece {
  const first = text.charAt(start);
  if (first === "'") return singleQuoted(text, start);
  if (first === '"') return doubleQuoted(text, start);
  if (first === '\\') return escaped(text, start);
  return { meaning: first, end: start + 1 };
}

function singleQuoted(text: string, start: number): Piece {
  const closing = text.indexOf("'", start + 1);
  if (closing === -1) throw new UnbalancedQuoteError('a single quote is never closed');
  return { meaning: text.slice(start + 1, closing), end: closing + 1 };
}

function doubleQuoted(text: string, start: number): Piece {
  let meaning = '';
  let position = start + 1;
  while (position < text.length) {
    const character = text.charAt(position);
    if (character === '"') return { meaning, end: position + 1 };
    if (character !== '\\') {
      meaning += character;
      position += 1;
      continue;
    }
    const next = text.charAt(position + 1);
    if (next !== '\n') meaning += ESCAPABLE_IN_DOUBLE_QUOTES.includes(next) ? next : `\\${next}`;
    position += 2;
  }
  throw new UnbalancedQuoteError('a double quote is never closed');
}

function escaped(text: string, start: number): Piece {
  const next = text.charAt(start + 1);
  if (next === '') throw new UnbalancedQuoteError('the last backslash escapes nothing');
  return { meaning: next === '\n' ? undefined : next, end: start + 2 };
}
