import { split } from 'shlex';

/**
 * The words of a text by POSIX quoting; undefined when a quote is never closed. The library reads `$'…'` as C quoting,
 * which POSIX does not know and a worker does not do, so a dollar sign is shown to it as an ordinary character.
 */
export function wordsOf(text: string): string[] | undefined {
  try {
    return split(text.replaceAll('$', dollar)).map((word) => word.replaceAll(dollar, '$'));
  } catch {
    return undefined;
  }
}

/** A code point that stands for no character. */
const dollar = '\u{fdd0}';
