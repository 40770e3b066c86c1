import type { IncomingMessage } from 'node:http';

/** What became of a body that should be a form; the fields as they were sent, each perhaps several times. */
export type ReadForm =
  | { readonly kind: 'fields'; readonly fields: URLSearchParams }
  | { readonly kind: 'no_form' | 'too_large' | 'unparsable' };

/** The body of an operation that takes `application/x-www-form-urlencoded`, whose faults are its own to answer. */
export interface FormBody {
  read(): Promise<ReadForm>;
}

export function formBody(request: IncomingMessage, bytesMax: number): FormBody {
  return { read: () => readForm(request, bytesMax) };
}

/** Parameters may follow the type, and say no encoding but UTF-8. */
const formType = /^application\/x-www-form-urlencoded\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

async function readForm(request: IncomingMessage, bytesMax: number): Promise<ReadForm> {
  if (!formType.test(request.headers['content-type'] ?? '')) return { kind: 'no_form' };
  if (request.headers['content-encoding'] !== undefined) return { kind: 'no_form' };
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) return { kind: 'too_large' };
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bytesMax) return { kind: 'too_large' };
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('latin1');
  try {
    decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return { kind: 'unparsable' };
  }
  return { kind: 'fields', fields: new URLSearchParams(text) };
}
