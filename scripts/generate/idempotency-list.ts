import { declaredOperations, type OpenApiDocument, type ParameterObject } from './openapi-document.ts';

function nameOf({ $ref, name }: ParameterObject, document: OpenApiDocument): string | undefined {
  return $ref === undefined ? name : document.components.parameters[$ref.split('/').at(-1) ?? '']?.name;
}

/** Source text of the creations that a client may repeat under one key, by method and path template. */
export function idempotencyList(document: OpenApiDocument): string {
  const keyed = declaredOperations(document).filter(({ operation }) =>
    operation.parameters?.some((parameter) => nameOf(parameter, document) === 'Idempotency-Key'),
  );
  const entries = keyed.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  return `export const operationsWithIdempotencyKey: readonly string[] = ${JSON.stringify(entries, null, 2)};\n`;
}
