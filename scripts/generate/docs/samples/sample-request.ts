import type { DeclaredOperation, OpenApiDocument } from '../../openapi-document.ts';

export type SampleCredential = 'none' | 'account' | 'page' | 'worker' | 'lease' | 'signature' | 'webhook';

export interface SampleValue {
  readonly name: string;
  readonly value: unknown;
}

/** One good request of an operation, made of the examples of its description; samples in every language show it. */
export interface SampleRequest {
  readonly id: string;
  readonly method: string;
  /** As it is described, with its parameters in braces. */
  readonly path: string;
  readonly pathValues: readonly SampleValue[];
  /** Only what must be given, or what `x-in-samples` names. */
  readonly query: readonly SampleValue[];
  readonly credential: SampleCredential;
  /** Those that must be given, credentials apart. */
  readonly headers: readonly SampleValue[];
  /** The JSON body; undefined where none is sent. */
  readonly json: unknown;
  /** The fields of a form; undefined where none is sent. */
  readonly fields: Readonly<Record<string, string>> | undefined;
  /** The file whose bytes are the body; undefined where none are sent. */
  readonly uploadedFile: string | undefined;
  /** The part of a form that carries the file; undefined where its bytes are the body. */
  readonly formPart: string | undefined;
  readonly answer: 'json' | 'text' | 'bytes' | 'nothing';
  /** Whether another success has no content: there was nothing to give. */
  readonly mayBeEmpty: boolean;
  readonly redirects: boolean;
  /** What the bytes of the answer are saved as. */
  readonly savedFile: string;
}

const credentials: Readonly<Record<string, SampleCredential>> = {
  bearerToken: 'account',
  headerToken: 'account',
  queryToken: 'account',
  browserToken: 'page',
  workerToken: 'worker',
  leaseToken: 'lease',
  fileSignature: 'signature',
  githubSignature: 'webhook',
};

/** Credentials in a header of their own, and the variable that holds each. */
export const ownHeaders: Readonly<
  Partial<Record<SampleCredential, { readonly header: string; readonly variable: string }>>
> = {
  page: { header: 'X-Auth-Token', variable: 'SPCI_TOKEN' },
  // Of the body that a sample sends, made with the secret of the webhook.
  webhook: { header: 'X-Hub-Signature-256', variable: 'SIGNATURE' },
};

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  /** Not required, and a request without it does not succeed alone. */
  readonly 'x-in-samples'?: boolean;
  readonly example?: unknown;
}

interface Media {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value?: unknown }>>;
}

function parametersOf({ components }: OpenApiDocument, { operation }: DeclaredOperation): Parameter[] {
  return (operation.parameters ?? []).map(
    (parameter) => (components.parameters[parameter.$ref?.split('/').at(-1) ?? ''] ?? parameter) as Parameter,
  );
}

const formType = 'application/x-www-form-urlencoded';

function exampleOf({ operation }: DeclaredOperation, type: string): unknown {
  const media = operation.requestBody?.content[type] as Media | undefined;
  if (media === undefined) return undefined;
  const example = media.example ?? Object.values(media.examples ?? {})[0]?.value;
  if (example === undefined) throw new Error(`${operation.operationId}: the body has no example to show`);
  return example;
}

function answerOf(types: readonly string[]): SampleRequest['answer'] {
  if (types.includes('application/octet-stream')) return 'bytes';
  if (types.includes('application/json')) return 'json';
  return types.some((type) => !/\bjson\b/.test(type)) ? 'text' : types.length > 0 ? 'json' : 'nothing';
}

/** Its form holds the credential. */
const isHandoff = ({ operation }: DeclaredOperation): boolean =>
  operation.security.length === 0 && formType in (operation.requestBody?.content ?? {});

export function sampleRequest(document: OpenApiDocument, declared: DeclaredOperation): SampleRequest {
  const { path, method, operation } = declared;
  const parameters = parametersOf(document, declared);
  const valuesIn = (place: string): SampleValue[] =>
    parameters
      .filter((parameter) => parameter.in === place && (parameter.required || parameter['x-in-samples']))
      .map(({ name, example }) => ({ name, value: example }));
  const query = valuesIn('query');
  const queryText = (name: string): string | undefined => query.find((each) => each.name === name)?.value as string;
  const [scheme = 'none'] = Object.keys(operation.security[0] ?? {});
  const successes = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
  const types = successes.flatMap(([, { content }]) => Object.keys(content ?? {}));
  const { 'multipart/form-data': form, 'application/octet-stream': bytes } = operation.requestBody?.content ?? {};
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    pathValues: valuesIn('path'),
    query,
    // A form that hands a token over is a browser's: a program has the header.
    credential: isHandoff(declared) ? 'page' : (credentials[scheme] ?? 'none'),
    headers: valuesIn('header'),
    json: exampleOf(declared, 'application/json'),
    fields: isHandoff(declared) ? undefined : (exampleOf(declared, formType) as SampleRequest['fields']),
    uploadedFile: form
      ? 'spare.m2ts'
      : bytes
        ? (queryText('filename') ?? queryText('entry_point') ?? 'captions.srt')
        : undefined,
    formPart: form ? 'file' : undefined,
    answer: answerOf(types),
    mayBeEmpty: types.length > 0 && successes.some(([, { content }]) => content === undefined),
    // Where a page sends a browser is for the browser to go.
    redirects: '303' in operation.responses && path.startsWith('/api/'),
    savedFile: queryText('name') ?? 'download.bin',
  };
}
