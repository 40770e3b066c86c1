/** First segments of the server's own addresses. */
const reservedSlugs: ReadonlySet<string> = new Set([
  'api',
  'admin',
  'assets',
  'auth',
  'badge',
  'docs',
  'graph',
  'health',
  'livez',
  'login',
  'mcp',
  'metrics',
  'preflight',
  'readyz',
  'sign-in',
  'static',
]);

export const isReservedSlug = (text: string): boolean => reservedSlugs.has(text.toLowerCase());

/** Whether an address may name a domain so; whether there is one, the database knows. */
export const mayNameDomain = (text: string): boolean => /^[A-Za-z0-9_-]{1,64}$/.test(text) && !isReservedSlug(text);
