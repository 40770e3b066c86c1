/** Of one text of a result. What pages say has no bound of its own. */
const textMax = 10_000;

const storableText = (text: string): string => text.replaceAll('\0', '�').slice(0, textMax).toWellFormed();

/** A result whose texts the database takes and the description allows: bounded, without NUL and half characters. */
export function storable<Result>(result: Result): Result {
  const replacer = (_: string, value: unknown): unknown => (typeof value === 'string' ? storableText(value) : value);
  return JSON.parse(JSON.stringify(result, replacer)) as Result;
}
