import type { OpenApiDocument } from '../openapi-document.ts';

interface CodeEntry {
  readonly status: number;
  readonly title: string;
  readonly description: string;
  readonly action: string;
}

interface SharedResponse {
  readonly content?: Readonly<
    Record<string, { readonly examples?: Readonly<Record<string, { readonly value?: { readonly code?: string } }>> }>
  >;
}

/** One failure of each code, from the examples of the responses that operations share. */
function examplesByCode({ components }: OpenApiDocument): Map<string, unknown> {
  const responses = Object.values(components['responses'] ?? {}) as readonly SharedResponse[];
  const failures = responses
    .flatMap(({ content }) => Object.values(content?.['application/json']?.examples ?? {}))
    .map(({ value }) => value);
  return new Map(failures.flatMap((failure) => (failure?.code === undefined ? [] : [[failure.code, failure]])));
}

function section(code: string, { status, title, description, action }: CodeEntry, example: unknown): string {
  const shown = example ?? {
    code,
    message: `${title}.`,
    details: { request_id: '0b9cbe5c-4a3e-4d2e-9a63-6f1f1f0f3a11' },
  };
  return [
    `## ${code}`,
    `**${status}** · ${title}`,
    description,
    `**What to do:** ${action}`,
    `\`\`\`json\n${JSON.stringify(shown, null, 2)}\n\`\`\``,
  ].join('\n\n');
}

/** Every error code with its status, its meaning, what to do about it and an example, as Markdown. */
export function errorCatalogue(document: OpenApiDocument): string {
  const codes = document.components.schemas['ErrorCode']?.['x-codes'] as Readonly<Record<string, CodeEntry>>;
  const examples = examplesByCode(document);
  const introduction =
    'Every failure of every operation has the shape `{code, message, details}`. Programs decide by `code`; `message` is ' +
    'for people and may change. `details.request_id` finds the request in the log of the server.';
  const sections = Object.entries(codes).map(([code, entry]) => section(code, entry, examples.get(code)));
  return [introduction, ...sections].join('\n\n');
}
