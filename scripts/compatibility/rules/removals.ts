import { declaredOperations, type OpenApiDocument } from '../../generate/openapi-document.ts';
import type { Change } from '../change.ts';
import {
  inside,
  listAt,
  namesIn,
  operationPairs,
  parameterName,
  parameterPairs,
  placeAt,
  pointerTo,
} from '../place.ts';
import type { Pair, Place } from '../place.ts';

function removal(place: Place, what: string, operation: string, rule: string, today: string): Change {
  const sunset = place.value['deprecated'] === true ? String(place.value['x-sunset'] ?? '') : undefined;
  const common = {
    level: 'breaking',
    kind: 'removed',
    location: pointerTo(place.at),
    operation,
    description: `${what} was removed.`,
  } as const;
  if (sunset === undefined)
    return { ...common, rule, remedy: 'Bring it back and deprecate it, with a sunset at least 180 days away.' };
  if (sunset !== '' && sunset <= today) return { ...common, rule, announced: true, remedy: '' };
  return {
    ...common,
    rule: 'removed-before-sunset',
    remedy: `Bring it back until its sunset${sunset === '' ? ', and state one' : `, ${sunset}`}.`,
  };
}

function removedOperations(before: object, after: object, today: string): Change[] {
  const kept = new Set(operationPairs(before, after).map(({ name }) => name));
  return declaredOperations(before as OpenApiDocument).flatMap(({ method, path, operation: { summary } }) => {
    const name = `${method.toUpperCase()} ${path}`;
    const place = placeAt(before, 'paths', path, method);
    if (place === undefined || kept.has(name)) return [];
    return [removal(place, `The operation "${summary ?? name}"`, name, 'operation-removed', today)];
  });
}

function removedParameters(before: object, after: object, today: string): Change[] {
  return operationPairs(before, after).flatMap((pair) => {
    const kept = new Set(parameterPairs(pair).map((parameters) => parameters.before));
    const names = new Set([...kept].map(parameterName));
    return listAt(pair.before, 'parameters')
      .filter((parameter) => !names.has(parameterName(parameter)))
      .map((parameter) =>
        removal(parameter, `The parameter \`${parameterName(parameter)}\``, pair.name, 'parameter-removed', today),
      );
  });
}

function removedSchemas(before: object, after: object): Change[] {
  return namesIn(placeAt(before, 'components'), 'schemas')
    .filter((name) => placeAt(after, 'components', 'schemas', name) === undefined)
    .map((name) => ({
      rule: 'schema-removed',
      level: 'breaking',
      kind: 'removed',
      location: pointerTo(['components', 'schemas', name]),
      operation: null,
      description: `The schema \`${name}\` has no such name any more.`,
      remedy: 'Keep the name: generated clients name their types after it.',
    }));
}

function headersMadeOptional(before: object, after: object): Change[] {
  return operationPairs(before, after).flatMap((pair) =>
    namesIn(pair.before, 'responses').flatMap((status) =>
      namesIn(inside(pair.before, 'responses', status), 'headers').flatMap((name): Change[] => {
        const headers = [pair.before, pair.after].map((place) =>
          inside(inside(place, 'responses', status), 'headers', name),
        );
        const [was, is] = headers;
        if (was?.value['required'] !== true || is === undefined || is.value['required'] === true) return [];
        return [
          {
            rule: 'response-header-optional',
            level: 'breaking',
            kind: 'changed',
            location: pointerTo(is.at),
            operation: is.at[0] === 'components' ? null : pair.name,
            description: `The header \`${name}\` may be missing from answers.`,
            remedy: 'Keep the header required and send it always.',
          },
        ];
      }),
    ),
  );
}

const hasExample = (place: Place | undefined): boolean =>
  place !== undefined && ('example' in place.value || namesIn(place, 'examples').length > 0);

function lostExample(pair: Pair, operation: string, what: string): Change[] {
  if (!hasExample(pair.before) || hasExample(pair.after)) return [];
  return [
    {
      rule: 'example-removed',
      level: 'documentation',
      kind: 'removed',
      fault: true,
      location: pointerTo(pair.after.at),
      operation: pair.after.at[0] === 'components' ? null : operation,
      description: `The last example of ${what} was removed.`,
      remedy: 'Keep an example; mock servers, samples and tests are made of it.',
    },
  ];
}

/** What mock servers and code samples show; another example in its place is no loss. */
function lostExamples(before: object, after: object): Change[] {
  return operationPairs(before, after).flatMap((pair) => {
    const bodies = [['requestBody'], ...namesIn(pair.before, 'responses').map((status) => ['responses', status])];
    const contents = bodies.flatMap((keys) =>
      namesIn(inside(pair.before, ...keys), 'content').flatMap((type) => {
        const [was, is] = [pair.before, pair.after].map((place) => inside(inside(place, ...keys), 'content', type));
        return was === undefined || is === undefined ? [] : lostExample({ before: was, after: is }, pair.name, type);
      }),
    );
    const parameters = parameterPairs(pair).flatMap((parameter) =>
      lostExample(parameter, pair.name, `\`${parameterName(parameter.before)}\``),
    );
    return [...contents, ...parameters];
  });
}

/** What an earlier description had and the later one lacks; `today` decides whether a sunset has passed. */
export function removalChanges(before: object, after: object, today: string): Change[] {
  return [
    ...removedOperations(before, after, today),
    ...removedParameters(before, after, today),
    ...removedSchemas(before, after),
    ...headersMadeOptional(before, after),
    ...lostExamples(before, after),
  ];
}
