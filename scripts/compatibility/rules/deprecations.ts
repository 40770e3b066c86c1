import { declaredOperations, type OpenApiDocument } from '../../generate/openapi-document.ts';
import type { Change } from '../change.ts';
import { inside, listAt, namesIn, parameterName, placeAt, pointerTo, type Place } from '../place.ts';

const noticeDays = 180;
const dayMs = 86_400_000;

interface Deprecated {
  readonly place: Place;
  readonly what: string;
  readonly operation: string;
  readonly operationPlace: Place;
}

const isDeprecated = ({ value }: Place): boolean => value['deprecated'] === true;

/** The operations and parameters that a description calls deprecated. */
function deprecatedIn(document: object): Deprecated[] {
  return declaredOperations(document as OpenApiDocument).flatMap(({ method, path }) => {
    const operationPlace = placeAt(document, 'paths', path, method);
    if (operationPlace === undefined) return [];
    const operation = `${method.toUpperCase()} ${path}`;
    const parameters = listAt(operationPlace, 'parameters').map((place) => ({
      place,
      what: `The parameter \`${parameterName(place)}\``,
    }));
    return [{ place: operationPlace, what: 'The operation' }, ...parameters]
      .filter(({ place }) => isDeprecated(place))
      .map((found) => ({ ...found, operation, operationPlace }));
  });
}

const keyOf = ({ operation, what }: Deprecated): string => `${operation} ${what}`;
const dateIn = ({ value }: Place, key: string): string | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(String(value[key])) ? String(value[key]) : undefined;

function fault({ place, operation }: Deprecated, what: Pick<Change, 'rule' | 'description' | 'remedy'>): Change {
  return { ...what, level: 'documentation', kind: 'deprecated', fault: true, location: pointerTo(place.at), operation };
}

function sunsetFaults(found: Deprecated, earlier: Deprecated | undefined): Change[] {
  const { place, what } = found;
  const [since, sunset] = [dateIn(place, 'x-deprecated-at'), dateIn(place, 'x-sunset')];
  if (since === undefined || sunset === undefined)
    return [
      fault(found, {
        rule: 'sunset-missing',
        description: `${what} is deprecated without \`x-deprecated-at\` or \`x-sunset\`.`,
        remedy: `State both as dates, at least ${noticeDays} days apart.`,
      }),
    ];
  const faults = [];
  if (Date.parse(sunset) - Date.parse(since) < noticeDays * dayMs)
    faults.push(
      fault(found, {
        rule: 'sunset-too-soon',
        description: `${what} ends on ${sunset}, less than ${noticeDays} days after ${since}.`,
        remedy: `Give its users at least ${noticeDays} days.`,
      }),
    );
  const promised = earlier === undefined ? undefined : dateIn(earlier.place, 'x-sunset');
  if (promised !== undefined && sunset < promised)
    faults.push(
      fault(found, {
        rule: 'sunset-earlier',
        description: `${what} ends on ${sunset}, earlier than the ${promised} that was announced.`,
        remedy: 'Keep the date that was announced, or a later one.',
      }),
    );
  return faults;
}

const headerNames = ['Deprecation', 'Sunset', 'Link'];

function headerFaults(found: Deprecated): Change[] {
  const missing = namesIn(found.operationPlace, 'responses')
    .filter((status) => Number(status) < 400)
    .flatMap((status) => {
      const declared = namesIn(inside(found.operationPlace, 'responses', status), 'headers');
      return headerNames.filter((name) => !declared.includes(name)).map((name) => `${name} on ${status}`);
    });
  if (missing.length === 0) return [];
  return [
    fault(found, {
      rule: 'deprecation-without-headers',
      description: `${found.what} is deprecated and its answers do not declare ${missing.join(', ')}.`,
      remedy: 'Declare the headers; the server sends them by itself.',
    }),
  ];
}

function announcement({ place, what, operation }: Deprecated): Change {
  const end = dateIn(place, 'x-sunset');
  const replacement = place.value['x-replacement'];
  return {
    rule: 'deprecated',
    level: 'additive',
    kind: 'deprecated',
    location: pointerTo(place.at),
    operation,
    description: [
      `${what} is deprecated${end === undefined ? '' : ` and ends on ${end}`}`,
      ...(replacement === undefined ? [] : [`use \`${String(replacement)}\``]),
    ]
      .join('; ')
      .concat('.'),
    remedy: '',
  };
}

/** What was announced as going, and whether it is announced as it should be. */
export function deprecationChanges(before: object, after: object): Change[] {
  const known = new Map(deprecatedIn(before).map((found) => [keyOf(found), found]));
  return deprecatedIn(after).flatMap((found) => {
    const earlier = known.get(keyOf(found));
    const news = earlier === undefined ? [announcement(found)] : [];
    return [...news, ...sunsetFaults(found, earlier), ...headerFaults(found)];
  });
}
