import { deprecationTable } from './deprecation-table.ts';
import { declaredOperations, type DeclaredOperation, type OpenApiDocument } from './openapi-document.ts';

/** Of a JSON body, where an operation says nothing else. */
export const jsonBodyBytesMax = 262_144;

const credentialKinds: Record<string, string> = {
  bearerToken: 'account',
  headerToken: 'account',
  queryToken: 'account',
  browserToken: 'browser',
  pageQueryToken: 'browser',
  applicationCredentialId: 'browser',
  applicationCredentialSecret: 'browser',
  basicCredential: 'browser',
  workerToken: 'worker',
  leaseToken: 'lease',
  fileSignature: 'signature',
  githubSignature: 'webhook',
};

function credentialKind({ operation }: DeclaredOperation): string {
  const schemes = operation.security.flatMap((alternative) => Object.keys(alternative));
  // A session opens pages, and whatever else an account's token opens.
  const others = schemes.filter((scheme) => scheme !== 'sessionCookie');
  const kinds = new Set(others.map((scheme) => credentialKinds[scheme]));
  if (kinds.size > 1 || kinds.has(undefined)) throw new Error(`${operation.operationId}: mixed security schemes`);
  return [...kinds][0] ?? 'none';
}

function scopesOf({ operation }: DeclaredOperation): readonly string[] {
  const schemes = operation.security.flatMap((alternative) => Object.values(alternative));
  if (new Set(schemes.map((scopes) => scopes.join(' '))).size > 1)
    throw new Error(`${operation.operationId}: schemes with different scopes`);
  return schemes[0] ?? [];
}

function rateClass({ method, operation }: DeclaredOperation): string {
  return operation['x-rate-class'] ?? (method === 'get' ? 'read' : 'write');
}

/** By a scheme that a region stands behind, or by its own parameters where the credential is no scheme. */
function takesRegion({ operation }: DeclaredOperation, { components }: OpenApiDocument): boolean {
  const schemes = operation.security.flatMap((alternative) => Object.keys(alternative));
  const bySchemes = schemes.some((scheme) => components.securitySchemes[scheme]?.['x-region'] === true);
  return bySchemes || (operation.parameters ?? []).some(({ $ref }) => $ref?.endsWith('/GlobalRegion') === true);
}

function row(declared: DeclaredOperation, document: OpenApiDocument): Record<string, unknown> {
  const { path, method, operation } = declared;
  const statuses = Object.keys(operation.responses).map(Number);
  const successTypes = Object.entries(operation.responses)
    .filter(([status]) => Number(status) < 400)
    .flatMap(([, response]) => Object.keys(response.content ?? {}));
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    slice: operation.tags[0],
    credential: credentialKind(declared),
    // Who shows nothing is let in; who shows what is not valid is not.
    optional: operation.security.some((alternative) => Object.keys(alternative).length === 0),
    takesQueryToken: operation.security.some((each) => 'queryToken' in each || 'pageQueryToken' in each),
    takesSession: operation.security.some((alternative) => 'sessionCookie' in alternative),
    takesRegion: takesRegion(declared, document),
    takesBodyToken: operation['x-body-token'] ?? false,
    takesLegacyToken: operation['x-legacy-token'] ?? false,
    scopes: scopesOf(declared),
    roles: operation['x-required-roles'] ?? [],
    operator: operation['x-operator'] ?? false,
    ownership: operation['x-ownership'] ?? null,
    confinedBy: operation['x-confined-by'] ?? null,
    rateClass: rateClass(declared),
    requestType: Object.keys(operation.requestBody?.content ?? {})[0] ?? null,
    requestRequired: operation.requestBody?.required ?? false,
    bodyBytesMax: operation['x-body-bytes-max'] ?? (operation.requestBody === undefined ? 0 : jsonBodyBytesMax),
    statuses,
    successTypes: [...new Set(successTypes)],
  };
}

interface CodeEntry {
  readonly status: number;
  readonly title: string;
  readonly description: string;
  readonly action: string;
}

function errorCatalogue(document: OpenApiDocument): Readonly<Record<string, CodeEntry>> {
  const { enum: codes, 'x-codes': entries } = document.components.schemas['ErrorCode'] as {
    readonly enum: readonly string[];
    readonly 'x-codes': Readonly<Record<string, CodeEntry>>;
  };
  if (codes.join() !== Object.keys(entries).join())
    throw new Error('ErrorCode: x-codes must list the codes of the enum');
  return entries;
}

/** Source text of the operation table: what dispatch, authorization and tests need to know of each operation. */
export function operationTable(document: OpenApiDocument): string {
  const rows = declaredOperations(document).map(
    (declared) => [declared.operation.operationId, row(declared, document)] as const,
  );
  const catalogue = errorCatalogue(document);
  const errorStatus = Object.fromEntries(Object.entries(catalogue).map(([code, { status }]) => [code, status]));
  const entries = rows.map(([id, value]) => `  ${id}: ${JSON.stringify(value)},`).join('\n');
  return [
    `export const operations = {\n${entries}\n} as const;\n`,
    `export const scopes = ${JSON.stringify(document['x-scopes'], null, 2)} as const;\n`,
    deprecationTable(document),
    `export const rateClasses = ${JSON.stringify(document['x-rate-classes'], null, 2)} as const;\n`,
    `export const errorStatus = ${JSON.stringify(errorStatus, null, 2)} as const;\n`,
    `export const errorCatalogue = ${JSON.stringify(catalogue, null, 2)} as const;\n`,
    `export const descriptionVersion = ${JSON.stringify(document.info.version)};\n`,
  ].join('\n');
}
