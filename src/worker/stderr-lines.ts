export type LineCaps = { lineLengthMax: number; linesMax: number };

export const STDERR_CAPS: LineCaps = { lineLengthMax: 4_000, linesMax: 10_000 };

/** Takes bytes, gives lines; holds at most one line in memory and keeps taking bytes after the last line it gives. */
export type LineCutter = { write: (bytes: Uint8Array) => void; end: () => void };

/**
 * A line longer than the cap loses its end, and after the last line allowed one more says that the rest is left out.
 * Control characters, which a log has no use for, become U+FFFD.
 */
export function createLineCutter(emit: (line: string) => void, caps: LineCaps = STDERR_CAPS): LineCutter {
  const decoder = new TextDecoder();
  let pending = '';
  let lines = 0;

  function keep(text: string): void {
    pending += text.slice(0, caps.lineLengthMax + 1 - pending.length);
  }

  function finishLine(): void {
    lines += 1;
    if (lines <= caps.linesMax) emit(cleanLine(pending, caps.lineLengthMax));
    if (lines === caps.linesMax + 1) emit(`[more than ${caps.linesMax} lines; the rest is left out]`);
    pending = '';
  }

  function take(text: string): void {
    const parts = text.split('\n');
    for (const [index, part] of parts.entries()) {
      if (index > 0) finishLine();
      keep(part);
    }
  }

  return {
    write: (bytes) => {
      if (lines <= caps.linesMax) take(decoder.decode(bytes, { stream: true }));
    },
    end: () => {
      if (lines > caps.linesMax) return;
      take(decoder.decode());
      if (pending !== '') finishLine();
    },
  };
}

function cleanLine(line: string, lengthMax: number): string {
  const withoutReturn = line.endsWith('\r') ? line.slice(0, -1) : line;
  return withoutReturn
    .slice(0, lengthMax)
    .toWellFormed()
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '\ufffd');
}
