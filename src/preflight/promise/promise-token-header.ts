function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The token in the header of a request, percent-decoded where it can be; undefined where there is none that is usable.
 * Two headers, which Node joins with a comma, are none: it would have to be guessed which one counts.
 */
export function usablePromiseToken(header: string | readonly string[] | undefined): string | undefined {
  if (typeof header !== 'string' || header.includes(',')) return undefined;
  const text = decoded(header.trim()).trim();
  return text === '' ? undefined : text;
}
