/** `Repr-Digest` (RFC 9530) of content with this digest. */
export const representationDigest = (sha256: string): string =>
  `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`;
