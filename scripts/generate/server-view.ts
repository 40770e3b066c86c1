import type { OpenApiDocument, OperationObject, ParameterObject, PathItem } from './openapi-document.ts';

type Responses = OperationObject['responses'];
interface WithHeaders {
  readonly headers?: Readonly<Record<string, { readonly $ref?: string }>>;
}

function required(parameter: ParameterObject): ParameterObject {
  return parameter.schema !== undefined && 'default' in parameter.schema ? { ...parameter, required: true } : parameter;
}

const mapValues = <Value, Result>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Record<string, Result> => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

/**
 * The description as the server's types want it: a parameter with a default always reaches the handler, though a client
 * may leave it out; and headers stand in place, since the type generator calls every referenced header required.
 */
export function serverView(document: OpenApiDocument): OpenApiDocument {
  const headers = document.components['headers'] ?? {};
  const inlineHeaders = <Response extends WithHeaders>(response: Response): Response =>
    response.headers === undefined
      ? response
      : {
          ...response,
          headers: mapValues(response.headers, (header) => headers[header.$ref?.split('/').at(-1) ?? ''] ?? header),
        };
  const viewOperation = (operation: OperationObject): OperationObject => ({
    ...operation,
    ...(operation.parameters === undefined ? {} : { parameters: operation.parameters.map(required) }),
    responses: mapValues(operation.responses as Record<string, Responses[string] & WithHeaders>, inlineHeaders),
  });
  const responses = mapValues((document.components['responses'] ?? {}) as Record<string, WithHeaders>, inlineHeaders);
  return {
    ...document,
    paths: mapValues(document.paths, (item): PathItem =>
      mapValues(item as Record<string, OperationObject>, viewOperation),
    ),
    components: { ...document.components, parameters: mapValues(document.components.parameters, required), responses },
  };
}
