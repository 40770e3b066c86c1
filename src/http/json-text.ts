/** One match for each bracket and each string; the second group tells a member's name from a value. */
const tokens = /"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?|[{}[\]]/g;

function stringFault(value: string): string | undefined {
  if (value.includes('\0')) return 'must not contain U+0000';
  return value.isWellFormed() ? undefined : 'must not contain half of a surrogate pair';
}

/**
 * Why a text that `JSON.parse` takes is refused nevertheless, or undefined. PostgreSQL stores no NUL, and UTF-8 has no
 * lone surrogate: it would be stored as another character. Of two members with one name, two readers may see two.
 */
export function jsonTextFault(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  for (const [token, inner, colon] of text.matchAll(tokens)) {
    if (inner === undefined) {
      if (token === '{') open.push(new Set());
      else if (token === '[') open.push(undefined);
      else open.pop();
      continue;
    }
    const value: string = inner.includes('\\') ? JSON.parse(`"${inner}"`) : inner;
    const fault = stringFault(value);
    if (fault !== undefined) return fault;
    const names = colon === undefined ? undefined : open.at(-1);
    if (names?.has(value)) return `must not name ${JSON.stringify(value.slice(0, 100))} twice`;
    names?.add(value);
  }
  return undefined;
}
