/** `Content-Disposition` of a download: the exact name by RFC 8187, and one in ASCII for clients that do not know it. */
export function attachment(name: string): string {
  const plain = name.replace(/[^ -~]|["%\\]/gu, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${extendedValue(name)}`;
}

/** `encodeURIComponent` leaves `'()*` as they are, which are no `attr-char` of RFC 8187. */
function extendedValue(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
