/** The container, or one of the streams in it, in the words of the program; `kind` is ours. */
export type MediaTrack = { readonly kind: string } & Readonly<Record<string, unknown>>;

const tracksMax = 100;
const membersMax = 100;
const textMax = 500;

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The file comes from anybody: PostgreSQL stores no NUL and no half of a pair, and nobody needs more than this. */
const plainText = (text: string): string => text.replaceAll('\0', '').toWellFormed().slice(0, textMax).toWellFormed();

function plainValue(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value);
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/** Plain values, and lists of names and values such as tags; nothing deeper. */
function plainMembers(members: Members, plain: (value: unknown) => unknown): Members {
  const entries = Object.entries(members)
    .slice(0, membersMax)
    .map(([name, value]) => [plainText(name), plain(value)] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}

const plainTrack = (members: Members): Members =>
  plainMembers(members, (value) => (isObject(value) ? plainMembers(value, plainValue) : plainValue(value)));

function toTrack(kind: unknown, members: Members): MediaTrack {
  return { ...plainTrack(members), kind: typeof kind === 'string' ? plainText(kind).slice(0, 32) : 'unknown' };
}

/** The container first, then each stream. Undefined when it is no such report, or tells of no stream. */
export function tracksOf(said: string): MediaTrack[] | undefined {
  const report = parsed(said);
  if (!isObject(report) || !isObject(report['format']) || !Array.isArray(report['streams'])) return undefined;
  const streams = report['streams'].filter(isObject);
  if (streams.length === 0) return undefined;
  // The name is that of a descriptor of ours.
  const { filename: _, ...container } = report['format'];
  const tracks = [toTrack('container', container), ...streams.map((stream) => toTrack(stream['codec_type'], stream))];
  return tracks.slice(0, tracksMax);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
