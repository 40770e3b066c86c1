// Import direction: processes -> http -> operations -> domain -> queries -> db. Roles come from the path:
// features/<slice>/operations/*, *.view.ts, *.queries.ts, *.table.ts; any other file in a slice is domain.
const F = '^src/features/([^/]+)/';
const DOMAIN = '^src/features/[^/]+/(?!operations/)[^/.]+\\.ts$';
const TEST = '\\.test\\.ts$';
const not = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });
module.exports = {
  forbidden: [
    not(
      'no-cycles',
      {},
      { circular: true, dependencyTypesNot: ['type-only'] },
      'A cycle means two files are one file.',
    ),
    not(
      'generated-imports-nothing',
      { path: '^generated/' },
      { path: '^(src|contract-tests)/' },
      'Generated code knows only the description.',
    ),
    not(
      'features-never-see-express',
      { path: '^src/features/' },
      { path: ['^node_modules/(@types/)?express', '^express'] },
      'Only src/http speaks HTTP.',
    ),
    not(
      'features-take-only-operation-types-from-http',
      { path: '^src/features/', pathNot: TEST },
      { path: '^src/http/', pathNot: '^src/http/operation\\.ts$' },
      'Handlers return answers; they do not reach for the server.',
    ),
    not(
      'http-enters-by-operations',
      { path: '^src/http/', pathNot: '^src/http/(authenticate|confinement)\\.ts$|' + TEST },
      { path: '^src/features/', pathNot: '/operations/' },
      'Only these may ask tokens and leases directly.',
    ),
    not(
      'only-operations-know-http-types',
      { path: '^src/features/', pathNot: '^src/features/[^/]+/operations/|' + TEST },
      { path: '^src/http/' },
      'Domain code must be callable from a background process.',
    ),
    not(
      'nothing-below-imports-operations',
      { path: '^src/features/[^/]+/(?!operations/)', pathNot: TEST },
      { path: '/operations/' },
      'Data flows down, never up.',
    ),
    not(
      'operations-do-not-call-each-other',
      { path: '/operations/' },
      { path: '^src/.*/operations/' },
      'Shared behaviour belongs to the domain.',
    ),
    not(
      'queries-stay-in-their-slice',
      { path: F + '(?!.*\\.queries(\\.test)?\\.ts$)', pathNot: TEST },
      { path: '\\.queries\\.ts$', pathNot: '^src/features/$1/' },
      "Ask the other slice's domain, not its tables.",
    ),
    not(
      'queries-import-only-down',
      { path: '\\.queries\\.ts$' },
      {
        path: '^src/',
        pathNot: ['\\.table\\.ts$', '^src/db/', '^src/principal\\.ts$', '^src/features/[^/]+/[^/.]+\\.ts$'],
      },
      'Queries know rows, db and the vocabulary of their slice.',
    ),
    not(
      'queries-take-only-types-from-domain',
      { path: '\\.queries\\.ts$' },
      { path: DOMAIN, dependencyTypesNot: ['type-only'] },
      'A query decides nothing.',
    ),
    not(
      'tables-are-leaves',
      { path: '\\.table\\.ts$' },
      { path: '^src/', dependencyTypesNot: ['type-only'] },
      'A table is a type.',
    ),
    not(
      'views-do-no-io',
      { path: '\\.view\\.ts$' },
      {
        path: ['\\.queries\\.ts$', '^src/db/', '^src/storage/', '^src/context\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
      'A view is a pure function of its argument.',
    ),
    not(
      'kysely-only-near-the-database',
      { path: '^src/', pathNot: ['\\.queries\\.ts$', '\\.table\\.ts$', '^src/db/', '^src/testing/', TEST] },
      { path: ['^node_modules/(kysely|pg)/'], dependencyTypesNot: ['type-only'] },
      'SQL is written in *.queries.ts and migrations.',
    ),
    not(
      'migrations-are-frozen',
      { path: '^src/db/migrations/' },
      { path: '^(src|generated)/', pathNot: '^src/db/migrations/' },
      'A migration must mean the same next year.',
    ),
    not(
      'db-knows-only-tables',
      { path: '^src/db/' },
      { path: '^src/(features|http|processes|sdk|worker)/', pathNot: '\\.table\\.ts$' },
      'db/ sees features through their table types.',
    ),
    not(
      'storage-never-knows-the-wire',
      { path: ['\\.queries\\.ts$', '^src/(db|storage)/'] },
      { path: '^generated/' },
      'Wire types stop at the view.',
    ),
    not(
      'bytes-know-no-feature',
      { path: '^src/storage/' },
      { path: '^src/(features|http|db)/' },
      'storage/ moves bytes.',
    ),
    not(
      'mail-knows-no-feature',
      { path: '^src/mail/' },
      { path: '^src/(features|http|db)/' },
      'mail/ carries letters; what stands in them is not its own.',
    ),
    not(
      'ftp-knows-no-feature',
      { path: '^src/ftp/' },
      { path: '^src/(features|http|db)/' },
      'ftp/ speaks the protocol; what becomes of a file is the business of whoever is told of it.',
    ),
    not(
      'preflight-knows-no-feature',
      { path: '^src/preflight/' },
      { path: '^src/(features|http|db)/' },
      'preflight/ asks sites and audits pages; jobs are the business of whoever calls it.',
    ),
    not(
      'sdk-knows-only-the-contract',
      { path: '^src/sdk/', pathNot: TEST },
      { path: '^src/', pathNot: '^src/sdk/' },
      'The SDK is what a stranger could write from the description.',
    ),
    not(
      'clients-use-the-sdk',
      { path: '^src/worker/', pathNot: TEST },
      { path: '^src/', pathNot: '^src/(sdk|worker)/' },
      'The worker gets no back door.',
    ),
    not(
      'server-never-imports-clients',
      { path: '^src/(http|features|db)/' },
      { path: '^src/(sdk|worker)/' },
      'The server does not depend on its callers.',
    ),
    not(
      'testing-is-for-tests',
      { path: '^src/', pathNot: [TEST, '^src/testing/'] },
      { path: '^src/testing/|' + TEST },
      'No fixture reaches production.',
    ),
    not(
      'contract-tests-knock-on-the-door',
      { path: '^contract-tests/' },
      { path: '^src/(features|db|http|storage)/' },
      'Contract tests see what a client sees.',
    ),
    not(
      'no-orphans',
      { orphan: true, pathNot: [TEST, '^src/db/migrations/', '^generated/', '^src/processes/', '^contract-tests/'] },
      {},
      'Delete it or wire it.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
};
