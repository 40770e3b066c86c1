// Names by which credentials come: each stands here alone, for the resolver, for the log and for whoever else must know.

export const tokenHeader = 'X-SPCI-Access-Token';
export const pageTokenHeader = 'X-Auth-Token';
export const applicationIdHeader = 'X-Application-Credential-Id';
export const applicationSecretHeader = 'X-Application-Credential-Secret';
/** Holds a token for a site, which lets nobody in here. */
export const promiseTokenHeader = 'X-Promise-Token';

/** Whose values are secrets. */
export const secretHeaders = [
  'Authorization',
  'Cookie',
  tokenHeader,
  pageTokenHeader,
  applicationSecretHeader,
  promiseTokenHeader,
  'X-Hub-Signature-256',
] as const;

/** Member of the query and of JSON bodies that holds a token. */
export const tokenMember = 'access_token';
/** Member of the query and of forms that holds a token, where pages take one. */
export const pageTokenMember = 'x-auth-token';
