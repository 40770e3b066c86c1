import openapiTS, { astToString } from 'openapi-typescript';
import { parseDocument } from 'yaml';
import { apiChangelog, changelogText } from '../compatibility/api-changelog.ts';
import { readReleases } from '../compatibility/releases.ts';
import { closeObjects } from './close-objects.ts';
import { documentationOf } from './docs/documentation.ts';
import { renderPage } from './docs/render-page.ts';
import { downLevel } from './down-level.ts';
import { idempotencyList } from './idempotency-list.ts';
import type { OpenApiDocument } from './openapi-document.ts';
import { operationTable } from './operation-table.ts';
import { schemaSql } from './schema-sql.ts';
import { serverView } from './server-view.ts';

const banner = '// Written by `npm run generate` from openapi.yaml. Never edited.\n';

/** The description as a document; one that repeats a key is none. */
export function parseDescription(text: string): OpenApiDocument {
  const parsed = parseDocument(text, { uniqueKeys: true, strict: true });
  if (parsed.errors.length > 0) throw new Error(`openapi.yaml: ${parsed.errors[0]?.message ?? 'unreadable'}`);
  return parsed.toJS() as OpenApiDocument;
}

async function typesOf(document: OpenApiDocument, defaultNonNullable: boolean): Promise<string> {
  const ast = await openapiTS(JSON.stringify(document), { defaultNonNullable, alphabetize: false });
  return banner + astToString(ast);
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/** What the server, its types and its tests take from the description; the rest takes most of the time. */
export async function contractFiles(document: OpenApiDocument): Promise<Record<string, string>> {
  return {
    'generated/api.ts': await typesOf(serverView(document), true),
    'generated/client.ts': await typesOf(document, false),
    'generated/operations.ts': banner + operationTable(document),
    'generated/idempotency.ts': banner + idempotencyList(document),
    'generated/openapi.json': jsonText(document),
    'generated/openapi-3.0.json': jsonText(downLevel(document)),
    'generated/openapi.closed.json': jsonText(closeObjects(document)),
  };
}

export async function everyGeneratedFile(document: OpenApiDocument): Promise<Record<string, string>> {
  const versions = await apiChangelog(await readReleases(), document);
  return {
    ...(await contractFiles(document)),
    'generated/api-changelog.json': jsonText({ versions }),
    'generated/api-changelog.md': changelogText(versions),
    'generated/docs.html': await renderPage(await documentationOf(document)),
    'generated/schema.sql': await schemaSql(),
  };
}
