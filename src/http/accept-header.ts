/**
 * How much an Accept header wants a media type, from 0 to 1: the most specific range that matches it decides (RFC 9110,
 * 12.5.1). A range with parameters of its own is that of another representation.
 */
export function weightOf(accept: string, type: string): number {
  const ranges = ['*/*', `${type.split('/', 1)[0] ?? ''}/*`, type];
  let weight = 0;
  let specificity = -1;
  for (const part of accept.toLowerCase().split(',')) {
    const [range = '', ...parameters] = part.split(';').map((text) => text.trim());
    const rank = ranges.indexOf(range);
    const quality = parameters.length === 0 ? 1 : qualityOf(parameters);
    if (rank <= specificity || quality === undefined) continue;
    specificity = rank;
    weight = quality;
  }
  return weight;
}

function qualityOf(parameters: readonly string[]): number | undefined {
  const [, digits] = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.exec(parameters[0] ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits);
}
