// The contract on PostgreSQL, as path patterns of Jest: two versions of the database share its files.

/** Their subject ends before a statement is sent: the embedded database alone meets them. */
const beforeTheDatabase = [
  ...['bad-bodies', 'bad-json', 'bad-parameters', 'behind-a-proxy', 'content-type-cache', 'every-operation-is-guarded'],
  ...['every-operation-is-limited', 'framing', 'log-of-refusals', 'methods', 'negotiation', 'rate-limits'],
  ...['request-ids', 'secrets'],
].join('|');

/** What runs over all operations and asks the most of a database: `npm test` brings it before the newest version. */
export const acrossOperations = `contract-tests/http/(?!(${beforeTheDatabase})\\.test)`;

/** What only PostgreSQL can show: `test:extended` brings it before the oldest supported version, and judges bring the rest. */
export const onPostgresAlone = String.raw`\.pg\.test\.ts$`;
