import { declaredOperations, type OpenApiDocument } from '../../generate/openapi-document.ts';
import type { Change } from '../change.ts';
import { listAt, operationPairs, parameterName, pointerTo } from '../place.ts';

function addedOperations(before: object, after: object): Change[] {
  const known = new Set(operationPairs(after, before).map(({ name }) => name));
  return declaredOperations(after as OpenApiDocument)
    .map((declared) => ({ ...declared, name: `${declared.method.toUpperCase()} ${declared.path}` }))
    .filter(({ name }) => !known.has(name))
    .map(({ name, path, method, operation: { summary } }) => ({
      rule: 'operation-added',
      level: 'additive',
      kind: 'added',
      location: pointerTo(['paths', path, method]),
      operation: name,
      description: `New operation: ${summary}.`,
      remedy: '',
    }));
}

/** Parameters that a client may leave out; one that it must send is `parameter-became-required`. */
function addedParameters(before: object, after: object): Change[] {
  return operationPairs(before, after).flatMap((pair) => {
    const known = new Set(listAt(pair.before, 'parameters').map(parameterName));
    return listAt(pair.after, 'parameters')
      .filter((parameter) => !known.has(parameterName(parameter)) && parameter.value['required'] !== true)
      .map((parameter): Change => ({
        rule: 'parameter-added',
        level: 'additive',
        kind: 'added',
        location: `${pointerTo(pair.after.at)}/parameters/${parameterName(parameter)}`,
        operation: pair.name,
        description: `New parameter: \`${parameterName(parameter)}\`.`,
        remedy: '',
      }));
  });
}

export function additionChanges(before: object, after: object): Change[] {
  return [...addedOperations(before, after), ...addedParameters(before, after)];
}
