import type { OpenApiDocument, OperationObject, ParameterObject } from './openapi-document.ts';

function required(parameter: ParameterObject): ParameterObject {
  return parameter.schema !== undefined && 'default' in parameter.schema ? { ...parameter, required: true } : parameter;
}

function withRequiredParameters(operation: OperationObject): OperationObject {
  return operation.parameters === undefined
    ? operation
    : { ...operation, parameters: operation.parameters.map(required) };
}

/** A parameter with a default always reaches the handler, so the server's types say so; a client may still leave it out. */
export function withRequiredDefaults(document: OpenApiDocument): OpenApiDocument {
  const paths = Object.entries(document.paths).map(([path, item]) => [
    path,
    Object.fromEntries(Object.entries(item).map(([method, operation]) => [method, withRequiredParameters(operation)])),
  ]);
  const parameters = Object.entries(document.components.parameters).map(([name, value]) => [name, required(value)]);
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: { ...document.components, parameters: Object.fromEntries(parameters) },
  };
}
