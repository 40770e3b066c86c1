/** The moment in UTC and whole milliseconds; undefined for a leap second and for years that the database cannot hold. */
export function momentOf(text: string): string | undefined {
  const moment = new Date(text);
  const year = moment.getUTCFullYear();
  return year >= 1 && year <= 9999 ? moment.toISOString() : undefined;
}
