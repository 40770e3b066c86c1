export type Check = 'types' | 'lint';
export type TestFile = `contract-tests/${string}`;

type Path = readonly (string | number)[];

/** One place of openapi.yaml that says something else than it should. */
export interface DescriptionMutant {
  readonly id: string;
  readonly defect: string;
  readonly path: Path;
  /** Takes the place away, puts another value there, or takes one item out of the list there. */
  readonly edit: 'delete' | { readonly set: unknown } | { readonly without: string };
  /** What goes red: making files of it, a check that needs no server, or a file of tests. */
  readonly caughtBy: 'generate' | Check | TestFile;
}

const operation = (method: string, path: string, ...rest: Path): Path => ['paths', path, method, ...rest];
const schema = (name: string, ...rest: Path): Path => ['components', 'schemas', name, ...rest];
const property = (name: string, ...rest: Path): Path => schema(name, 'properties', ...rest);
const own = (slice: string, name: string): TestFile => `contract-tests/operations/${slice}/${name}.test.ts`;

export const descriptionMutants: readonly DescriptionMutant[] = [
  {
    id: 'operation-removed',
    defect: 'an operation is not described',
    path: operation('get', '/api/v1/tags'),
    edit: 'delete',
    caughtBy: 'types',
  },
  {
    id: 'success-removed',
    defect: 'a success that happens is not described',
    path: operation('post', '/api/v1/builds', 'responses', '200'),
    edit: 'delete',
    caughtBy: 'types',
  },
  {
    id: 'failure-removed',
    defect: 'a failure that happens is not described',
    path: operation('post', '/api/v1/runs', 'responses', '422'),
    edit: 'delete',
    caughtBy: 'types',
  },
  {
    id: 'enumeration-narrowed',
    defect: 'a status of runs is not described',
    path: schema('RunStatus', 'enum'),
    edit: { without: 'incomplete' },
    caughtBy: 'types',
  },
  {
    id: 'code-removed',
    defect: 'a code of errors is not described',
    path: schema('ErrorCode', 'enum'),
    edit: { without: 'not_found' },
    caughtBy: 'generate',
  },
  {
    id: 'property-renamed',
    defect: 'a property has another name',
    path: property('Sample', 'size_bytes'),
    edit: 'delete',
    caughtBy: 'types',
  },
  {
    id: 'property-optional',
    defect: 'a property that is always there may be left out',
    path: schema('Run', 'required'),
    edit: { without: 'status' },
    caughtBy: 'types',
  },
  {
    id: 'property-of-other-type',
    defect: 'a number is described as text',
    path: property('Run', 'planned_count', 'type'),
    edit: { set: 'string' },
    caughtBy: 'types',
  },
  {
    id: 'never-null',
    defect: 'a value that may be null is described as never null',
    path: property('Run', 'completed_at', 'type'),
    edit: { set: 'string' },
    caughtBy: 'types',
  },
  {
    id: 'location-undescribed',
    defect: 'the header that leads to a new run is not described',
    path: operation('post', '/api/v1/runs', 'responses', '202', 'headers', 'Location'),
    edit: 'delete',
    caughtBy: 'lint',
  },
  {
    id: 'secret-may-be-stored',
    defect: 'caches are not forbidden to keep a token',
    path: operation('post', '/api/v1/auth/tokens', 'responses', '201', 'headers', 'Cache-Control'),
    edit: 'delete',
    caughtBy: 'lint',
  },
  {
    id: 'scope-dropped',
    defect: 'an operation needs no scope',
    path: operation('get', '/api/v1/runs', 'security'),
    edit: { set: [{ bearerToken: [] }, { headerToken: [] }] },
    caughtBy: 'lint',
  },
  {
    id: 'scope-exchanged',
    defect: 'an operation needs another scope',
    path: operation('post', '/api/v1/runs/{run_id}/cancel', 'security'),
    edit: { set: [{ bearerToken: ['runs:read'] }, { headerToken: ['runs:read'] }] },
    caughtBy: own('runs', 'cancel-run'),
  },
  {
    id: 'made-public',
    defect: 'an operation needs no credential',
    path: operation('get', '/api/v1/samples/{sample_id}', 'security'),
    edit: { set: [] },
    caughtBy: own('samples', 'get-sample'),
  },
  {
    id: 'token-source-dropped',
    defect: 'an operation does not take the token from the product’s own header',
    path: operation('get', '/api/v1/samples', 'security', 1),
    edit: 'delete',
    caughtBy: 'lint',
  },
  {
    id: 'role-dropped',
    defect: 'an operation of those who write tests is one of everybody',
    path: operation('post', '/api/v1/regression-tests', 'x-required-roles'),
    edit: 'delete',
    caughtBy: own('regression-tests', 'create-regression-test'),
  },
  {
    id: 'operator-dropped',
    defect: 'an operation of the installation’s operator is one of every administrator',
    path: operation('post', '/api/v1/domains', 'x-operator'),
    edit: 'delete',
    caughtBy: own('domains', 'create-domain'),
  },
  {
    id: 'page-bound-widened',
    defect: 'a page may hold ten times as many rows',
    path: ['components', 'parameters', 'Limit', 'schema', 'maximum'],
    edit: { set: 1000 },
    caughtBy: own('runs', 'list-runs'),
  },
  {
    id: 'text-bound-widened',
    defect: 'a name may be longer',
    path: property('TagCreateRequest', 'name', 'maxLength'),
    edit: { set: 5000 },
    caughtBy: own('samples', 'create-tag'),
  },
  {
    id: 'pattern-dropped',
    defect: 'a name may hold any characters',
    path: property('TokenCreateRequest', 'token_name', 'pattern'),
    edit: 'delete',
    caughtBy: own('tokens', 'create-token'),
  },
  {
    id: 'request-opened',
    defect: 'a request may hold properties that nobody reads',
    path: schema('RunCreateRequest', 'additionalProperties'),
    edit: { set: true },
    caughtBy: own('runs', 'create-run'),
  },
  {
    id: 'request-property-optional',
    defect: 'a property that must be given may be left out',
    path: schema('UserCreateRequest', 'required'),
    edit: { without: 'password' },
    caughtBy: own('accounts', 'create-user'),
  },
  {
    id: 'rate-class-exchanged',
    defect: 'an operation is counted with others than its own',
    path: operation('get', '/api/v1/system/health', 'x-rate-class'),
    edit: 'delete',
    caughtBy: own('system', 'get-health'),
  },
  {
    id: 'parameter-removed',
    defect: 'a filter is not described',
    path: operation('get', '/api/v1/samples', 'parameters', 5),
    edit: 'delete',
    caughtBy: own('samples', 'list-samples'),
  },
];
