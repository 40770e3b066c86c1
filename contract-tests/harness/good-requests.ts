import { fileFormOf } from './file-form.ts';
import type { OperationId } from './client.ts';
import { bodyExamplesOf, parametersOf, type DeclaredOperation, type Json } from './declared-requests.ts';
import { subjects, type Subject } from './prepared-subjects.ts';
import { webhookSecret } from './own-headers.ts';
import { sendRequest, type SentAnswer, type SentRequest } from './send-request.ts';
import { producedContent, type Stage, type Values } from './stage.ts';
import { password, unique } from './world.ts';

export interface GoodRequest {
  readonly url: string;
  readonly token: string | undefined;
  readonly request: SentRequest;
  /** What it is about, by the names of the stage; what was made for it alone in place of the stage's own. */
  readonly values: Values;
  /** Ends what was started for this request alone. */
  release(): Promise<void>;
}

/** What must be new in each request, and what a body refers to by another name than an address does. */
const substitutes: Readonly<Record<string, (values: Values) => unknown>> = {
  full_name: ({ repository }) => repository,
  regression_test_ids: ({ regression_test_id }) => [regression_test_id],
  categories: ({ category }) => [category],
  actual_sha256: ({ sha256: digest }) => digest,
  size_bytes: () => Buffer.byteLength(producedContent),
  name: () => unique('Name'),
  token_name: () => unique('Token'),
  slug: () => unique('domain'),
  external_owner_id: () => unique('owner'),
  external_site_id: () => 'tool',
  email: () => `${unique('person')}@example.org`,
  admin_email: () => `${unique('person')}@example.org`,
  password: () => password,
  current_password: () => password,
};

function substituted(name: string, value: unknown, values: Values): unknown {
  const substitute = substitutes[name];
  if (substitute !== undefined) return substitute(values);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (values[name] !== undefined && !isObject) return values[name];
  if (/_ids?$/.test(name)) throw new Error(`${name}: the stage has none; add one to harness/stage.ts`);
  if (Array.isArray(value)) return value.map((item) => substituted('', item, values));
  if (!isObject) return value;
  return Object.fromEntries(
    Object.entries(value).map(([member, inner]) => [member, substituted(member, inner, values)]),
  );
}

function bodyOf(operation: DeclaredOperation, values: Values, subject: Subject, example: string | Json | undefined) {
  if (operation.requestType === 'application/x-www-form-urlencoded') return subject.raw;
  if (operation.requestType === 'application/octet-stream') return subject.raw ?? unique('bytes');
  if (operation.requestType === 'multipart/form-data') return fileFormOf(unique('file'));
  const examples = bodyExamplesOf(operation);
  const named = typeof example === 'string' ? examples[example] : example;
  const chosen = example === undefined ? Object.values(examples)[0] : named;
  if (chosen === undefined) return undefined;
  return JSON.stringify({ ...(substituted('', chosen, values) as Json), ...subject.body });
}

function tokenOf({ world, held }: Stage, { credential, operator }: DeclaredOperation): string | undefined {
  if (credential === 'browser') return world.admin.token;
  if (credential === 'account') return operator ? world.operator.token : world.admin.token;
  if (credential === 'worker') return held.worker.token;
  if (credential === 'webhook') return webhookSecret;
  return credential === 'lease' ? held.lease.client.token : undefined;
}

function pathOf(operation: DeclaredOperation, values: Values): Record<string, string> {
  const needed = parametersOf(operation).filter((parameter) => parameter.in === 'path');
  return Object.fromEntries(
    needed.map(({ name, schema, example }) => {
      // What is no id and no digest of the stage's is known everywhere by its example.
      const value = values[name] ?? (schema.type === 'string' ? example : undefined);
      if (value === undefined)
        throw new Error(`${operation.id}: the stage has no ${name}; add one to harness/stage.ts`);
      return [name, String(value)];
    }),
  );
}

/**
 * A request that succeeds: the example of the description, with ids of the stage in place of its own and new names where
 * names must be new. What the operation uses up is made for it. An example of another description is given as it is.
 */
export async function goodRequest(
  stage: Stage,
  operation: DeclaredOperation,
  example?: string | Json,
): Promise<GoodRequest> {
  const id: OperationId = operation.id;
  const subject = (await subjects[id]?.(stage)) ?? {};
  const values = { ...stage.values, ...subject.values };
  const body = bodyOf(operation, values, subject, example);
  return {
    url: subject.url ?? stage.world.url,
    token: subject.token ?? tokenOf(stage, operation),
    request: { path: pathOf(operation, values), query: subject.query ?? {}, ...(body === undefined ? {} : { body }) },
    values,
    release: async () => subject.release?.(),
  };
}

/** Makes a good request, changed or by another token where that is the point, and sends it. */
export async function sendGood(
  stage: Stage,
  operation: DeclaredOperation,
  change: (good: GoodRequest) => Partial<Pick<GoodRequest, 'token' | 'request'>> = () => ({}),
): Promise<SentAnswer> {
  const good = await goodRequest(stage, operation);
  const { url, token, request } = { ...good, ...change(good) };
  try {
    return await sendRequest(url, operation, token, request);
  } finally {
    await good.release();
  }
}

export const succeeded = ({ status }: Pick<SentAnswer, 'status'>): boolean => status >= 200 && status < 400;
