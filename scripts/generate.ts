// Writes generated/ from openapi.yaml and the migrations. With --check it writes nothing and fails when a file is stale.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import { parseDocument } from 'yaml';
import { apiChangelog, changelogText } from './compatibility/api-changelog.ts';
import { readReleases } from './compatibility/releases.ts';
import { matrixFault } from './clients/matrix-file.ts';
import { closeObjects } from './generate/close-objects.ts';
import { documentationOf } from './generate/docs/documentation.ts';
import { renderPage } from './generate/docs/render-page.ts';
import { downLevel } from './generate/down-level.ts';
import { idempotencyList } from './generate/idempotency-list.ts';
import { operationTable } from './generate/operation-table.ts';
import { schemaSql } from './generate/schema-sql.ts';
import { serverView } from './generate/server-view.ts';
import type { OpenApiDocument } from './generate/openapi-document.ts';

const banner = '// Written by `npm run generate` from openapi.yaml. Never edited.\n';

async function readDescription(): Promise<OpenApiDocument> {
  const parsed = parseDocument(await readFile('openapi.yaml', 'utf8'), { uniqueKeys: true, strict: true });
  if (parsed.errors.length > 0) throw new Error(`openapi.yaml: ${parsed.errors[0]?.message ?? 'unreadable'}`);
  return parsed.toJS() as OpenApiDocument;
}

async function typesOf(document: OpenApiDocument, defaultNonNullable: boolean): Promise<string> {
  const ast = await openapiTS(JSON.stringify(document), { defaultNonNullable, alphabetize: false });
  return banner + astToString(ast);
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

async function filesOf(document: OpenApiDocument): Promise<Record<string, string>> {
  const versions = await apiChangelog(await readReleases(), document);
  return {
    'generated/api.ts': await typesOf(serverView(document), true),
    'generated/client.ts': await typesOf(document, false),
    'generated/operations.ts': banner + operationTable(document),
    'generated/idempotency.ts': banner + idempotencyList(document),
    'generated/openapi.json': jsonText(document),
    'generated/openapi-3.0.json': jsonText(downLevel(document)),
    'generated/openapi.closed.json': jsonText(closeObjects(document)),
    'generated/api-changelog.json': jsonText({ versions }),
    'generated/api-changelog.md': changelogText(versions),
    'generated/docs.html': await renderPage(await documentationOf(document)),
    'generated/schema.sql': await schemaSql(),
  };
}

async function currentText(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}

const check = process.argv.includes('--check');
const stale: string[] = [];
await mkdir('generated', { recursive: true });
for (const [file, text] of Object.entries(await filesOf(await readDescription()))) {
  if ((await currentText(file)) === text) continue;
  stale.push(file);
  if (!check) await writeFile(file, text);
}
const matrixStale = check ? await matrixFault([]) : undefined;
if (matrixStale !== undefined) console.warn(`WARNING: ${matrixStale}`);
if (check && stale.length > 0) {
  console.error(`stale: ${stale.join(', ')}; run: npm run generate`);
  process.exitCode = 1;
} else {
  console.log(check ? 'generated/ is fresh' : `written: ${stale.join(', ') || 'nothing, all fresh'}`);
}
