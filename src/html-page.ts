import { createHash } from 'node:crypto';

/** Text of a page that is markup already. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = Markup | string | number | readonly Markup[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function rendered(value: Value): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(({ text }) => text).join('');
  return String(value).replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}

/** Whatever stands in a placeholder is text, unless it is `Markup` itself. */
export function markup(parts: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(String.raw({ raw: parts }, ...values.map(rendered)));
}

export interface Heading {
  readonly text: string;
  readonly isNumber?: boolean;
}

export function table(headings: readonly Heading[], rows: readonly Markup[]): Markup {
  const heads = headings.map(({ text, isNumber }) =>
    isNumber === true ? markup`<th scope="col" class="number">${text}</th>` : markup`<th scope="col">${text}</th>`,
  );
  return markup`<div class="scroll">
    <table>
      <thead><tr>${heads}</tr></thead>
      <tbody>${rows}</tbody>
    </table>
  </div>`;
}

export interface Page {
  readonly text: string;
  /** Its style and its script by their hashes, its own server to talk to, and nothing from elsewhere. */
  readonly policy: string;
}

const hashOf = (source: string): string => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

export function page({
  title,
  body,
  style,
  script,
  head = markup``,
}: {
  readonly title: string;
  readonly body: Markup;
  readonly style: string;
  readonly script: string;
  /** What else stands in the head. */
  readonly head?: Markup;
}): Page {
  const { text } = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
${head}
<style>${new Markup(style)}</style>
</head>
<body>
${body}
<script>${new Markup(script)}</script>
</body>
</html>
`;
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return { text, policy };
}

/** A page is for one person at one time: nobody keeps it. */
export const pageAnswer = ({ text, policy }: Page) =>
  ({
    status: 200,
    headers: {
      'Cache-Control': 'no-store',
      'Content-Security-Policy': policy,
      'Content-Type': 'text/html; charset=utf-8',
    },
    text,
  }) as const;
