import { judgeExchange } from './judged-exchange.ts';

/** Bytes are the test's own to read; whatever else comes is read from a copy. */
async function textOf(response: Response): Promise<string> {
  return response.headers.get('content-type') === 'application/octet-stream' ? '' : response.clone().text();
}

/** Every exchange is judged by the description and observed. */
export const observed =
  (plainFetch: typeof fetch): typeof fetch =>
  async (input, init = {}) => {
    const response = await plainFetch(input, init);
    const made = input instanceof Request ? input : undefined;
    judgeExchange({
      method: (init.method ?? made?.method ?? 'GET').toUpperCase(),
      url: new URL(made?.url ?? String(input)),
      requestHeaders: new Headers(init.headers ?? made?.headers),
      requestText: typeof init.body === 'string' ? init.body : undefined,
      status: response.status,
      headers: response.headers,
      text: await textOf(response),
    });
    return response;
  };
