/** How a language writes a value of JSON. */
export interface LiteralStyle {
  scalar(value: string | number | boolean | null): string;
  key(name: string): string;
  readonly indent: string;
  /** Between the brackets of a map and what it holds, where that fits on one line. */
  readonly padding: string;
  readonly trailingComma: boolean;
}

const lineMax = 72;

function joined(parts: readonly string[], [open, close]: string, padding: string): string | undefined {
  const inline = parts.join(', ');
  return inline.length > lineMax || inline.includes('\n') ? undefined : `${open}${padding}${inline}${padding}${close}`;
}

/** A value in the syntax of a language: on one line where it is short, else a part on each. */
export function literal(value: unknown, style: LiteralStyle, indent = ''): string {
  if (typeof value !== 'object' || value === null) return style.scalar(value as string | number | boolean | null);
  const inner = indent + style.indent;
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((each) => literal(each, style, inner))
    : Object.entries(value).map(([name, each]) => `${style.key(name)}: ${literal(each, style, inner)}`);
  const brackets = isList ? '[]' : '{}';
  const [open, close] = brackets;
  if (parts.length === 0) return brackets;
  const inline = joined(parts, brackets, isList ? '' : style.padding);
  if (inline !== undefined) return inline;
  const lines = parts.map((part) => `${inner}${part}`).join(',\n');
  return `${open}\n${lines}${style.trailingComma ? ',' : ''}\n${indent}${close}`;
}
