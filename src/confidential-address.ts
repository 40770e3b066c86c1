/** Whether the host is this machine, as it stands in a URL or by itself. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1|\[::1\])$/.test(host);

/** Whether nobody on the way reads what is sent there: by https, or by http on this machine. */
export const isConfidential = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));

/** The origin that the text is, with nothing beside it; undefined for anything else, and where others could read. */
export function confidentialOrigin(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && isConfidential(url) && url.href === `${url.origin}/` ? url.origin : undefined;
}
