import { rowSchemaOf, successSchemaOf, type AnswerSchema, type Operation } from '../described-operations.ts';
import { editObject, isJsonObject, isSuccess, withBody, type Answer, type Json } from '../message.ts';
import { inAnswer, type Mutant } from '../mutant.ts';

const propertiesOf = (operation: Operation): Readonly<Record<string, AnswerSchema>> =>
  (rowSchemaOf(operation) ?? successSchemaOf(operation))?.properties ?? {};

/** Replaces values wherever they stand in the answer; the very same answer when there are none. */
function editDeeply(answer: Answer, change: (value: unknown, name: string) => unknown): Answer {
  let touched = false;
  const visit = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => visit(item, name));
    if (isJsonObject(value)) return editEach(value);
    const other = change(value, name);
    touched ||= other !== value;
    return other;
  };
  const editEach = (object: Json): Json =>
    Object.fromEntries(Object.entries(object).map(([name, value]) => [name, visit(value, name)]));
  if (!isSuccess(answer)) return answer;
  const edited = editObject(answer, editEach);
  return touched ? edited : answer;
}

const showsVerdict = (operation: Operation): boolean =>
  ['getRun', 'listRuns', 'getRunSummary', 'listRunSamples', 'getRunSample', 'completeLease'].includes(operation.id);

/** What is missing passes, and so does the run that misses it. */
const missingPasses = (value: unknown, name: string): unknown => {
  if (name === 'status' && (value === 'missing_output' || value === 'fail')) return 'pass';
  if (name === 'class' && value === 'missing_actual') return 'identical';
  return name === 'missing_output_count' ? 0 : value;
};

const isCount = (name: string): boolean => /(_count|_depth|^attempt)$/.test(name);
const isMoment = (name: string): boolean => name.endsWith('_at') || name === 'timestamp';

const values = (
  id: string,
  defect: string,
  named: (name: string, schema: AnswerSchema) => boolean,
  change: (value: unknown, name: string) => unknown,
): Mutant => ({
  id,
  class: 'semantics',
  defect,
  fits: (operation) => Object.entries(propertiesOf(operation)).some(([name, schema]) => named(name, schema)),
  serve: inAnswer((answer) => editDeeply(answer, change)),
});

const namesInLowerCase = values(
  'name-in-lower-case',
  'shows names in lower case',
  (name) => /name$/.test(name),
  (value, name) => (/name$/.test(name) && typeof value === 'string' ? value.toLowerCase() : value),
);
/** Where every name is a digest it changes nothing. */
const nameInLowerCase: Mutant = {
  ...namesInLowerCase,
  fits: (operation) => namesInLowerCase.fits(operation) && operation.id !== 'getMediaInfoDownload',
};

export const semanticMutants: readonly Mutant[] = [
  {
    id: 'missing-output-passes',
    class: 'semantics',
    defect: 'reports `pass` for an output that is missing',
    fits: showsVerdict,
    serve: inAnswer((answer) => editDeeply(answer, missingPasses)),
  },
  {
    id: 'incomplete-passes',
    class: 'semantics',
    defect: 'reports `pass` for a run whose tests were not all reported',
    fits: ({ id }) => ['getRun', 'listRuns', 'completeLease'].includes(id),
    serve: inAnswer((answer) =>
      editDeeply(answer, (value, name) => (name === 'status' && value === 'incomplete' ? 'pass' : value)),
    ),
  },
  values(
    'count-off-by-one',
    'counts one too many',
    (name) => isCount(name),
    (value, name) => (isCount(name) && typeof value === 'number' ? value + 1 : value),
  ),
  values(
    'flag-inverted',
    'says yes for no',
    (name, { type }) => type === 'boolean' && name !== 'truncated',
    (value, name) => (typeof value === 'boolean' && name !== 'truncated' ? !value : value),
  ),
  values(
    'clock-an-hour-off',
    'shows moments one hour late',
    (name) => isMoment(name),
    (value, name) =>
      isMoment(name) && typeof value === 'string' ? new Date(Date.parse(value) + 3_600_000).toISOString() : value,
  ),
  nameInLowerCase,
  {
    id: 'difference-hidden',
    class: 'semantics',
    defect: 'shows two outputs that differ as the same',
    fits: ({ id }) => id === 'getOutputDiff',
    serve: inAnswer((answer) =>
      editObject(answer, (body) =>
        isSuccess(answer) && Array.isArray(body['hunks']) ? { ...body, hunks: [] } : undefined,
      ),
    ),
  },
  {
    id: 'bytes-altered',
    class: 'semantics',
    defect: 'changes a byte of what it stores',
    fits: (operation) =>
      operation.answers.some(({ status, types }) => status === 200 && types.includes('application/octet-stream')),
    serve: inAnswer((answer) => {
      if (!isSuccess(answer) || answer.body.length === 0) return answer;
      const altered = Buffer.from(answer.body);
      altered[0] = (altered[0] ?? 0) ^ 1;
      return withBody(answer, altered);
    }),
  },
];
