// Facts about names and files that types and import rules cannot see. One line per breach, with what mends it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { operations } from '../generated/operations.ts';

const breaches: string[] = [];
const linesMax = 300;

const walk = (directory: string): string[] =>
  readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => (entry.isDirectory() ? walk(join(directory, entry.name)) : [join(directory, entry.name)]));
const kebab = (id: string): string => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const typescript = (directory: string): string[] => walk(directory).filter((file) => file.endsWith('.ts'));
const isTest = (file: string): boolean => file.endsWith('.test.ts');

function checkOperationFiles(): void {
  const expected = new Set<string>();
  for (const { id, slice } of Object.values(operations)) {
    const file = `src/features/${slice}/operations/${kebab(id)}.ts`;
    const test = `contract-tests/operations/${slice}/${kebab(id)}.test.ts`;
    expected.add(file).add(test);
    if (!existsSync(file)) breaches.push(`${id}: expected at ${file}`);
    else if (!readFileSync(file, 'utf8').includes(`export const ${id}: Operation<'${id}'>`))
      breaches.push(`${file}: must export const ${id}: Operation<'${id}'>`);
    if (!existsSync(test)) breaches.push(`${id}: has no contract test; expected at ${test}`);
  }
  for (const file of [...typescript('src/features'), ...typescript('contract-tests/operations')])
    if (/\/operations\//.test(file) && !expected.has(file)) breaches.push(`${file}: no such operation in openapi.yaml`);
}

/** Table name to the slice that owns it, from the Database interface. */
function tableOwners(): Map<string, string> {
  const source = readFileSync('src/db/database.ts', 'utf8');
  const owners = new Map<string, string>();
  for (const [, names, slice] of source.matchAll(/import type \{([^}]+)\} from '\.\.\/features\/([^/]+)\//g))
    for (const type of (names ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean))
      for (const [, table] of source.matchAll(new RegExp(`(\\w+): ${type};`, 'g')))
        owners.set(table ?? '', slice ?? '');
  return owners;
}

function checkWrites(file: string, text: string, owners: ReadonlyMap<string, string>): void {
  const slice = /^src\/features\/([^/]+)\//.exec(file)?.[1];
  if (slice === undefined || isTest(file)) return;
  for (const [, verb, table] of text.matchAll(/\.(insertInto|updateTable|deleteFrom|mergeInto)\(\s*'(\w+)'/g))
    if (owners.get(table ?? '') !== slice)
      breaches.push(`${file}: ${verb}('${table}') belongs to ${owners.get(table ?? '') ?? 'nobody'}`);
}

/** Jest calls the default export of what starts and stops servers, Redocly that of a plugin. */
const mayExportDefault = /^(contract-tests\/harness\/(start-\w+-server|stop-servers)|scripts\/lint\/plugin)\.ts$/;
const drawers = /(^|\/)(utils?|helpers?|common|misc|shared|index|types|constants|service|manager)\.ts$/;

function checkName(file: string): void {
  const name = file.split('/').at(-1) ?? '';
  if (file.includes('/migrations/')) return;
  if (!/^[a-z0-9-]+(\.(queries|table|view))?(\.pg)?(\.test)?\.ts$/.test(name))
    breaches.push(`${file}: kebab-case, with at most one role suffix`);
  if (drawers.test(file)) breaches.push(`${file}: name the thing, not the drawer`);
  if (/[-.](v\d+|new|old|copy)\.ts$/.test(file)) breaches.push(`${file}: no versioned twins`);
}

const isDefaultExport = (statement: ts.Statement): boolean =>
  ts.isExportAssignment(statement) ||
  (ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword));

function checkStatements(file: string, text: string): void {
  for (const statement of ts.createSourceFile(file, text, ts.ScriptTarget.Latest).statements) {
    const exportsDefault = isDefaultExport(statement);
    if (exportsDefault && !mayExportDefault.test(file)) breaches.push(`${file}: default export`);
    if (!ts.isImportDeclaration(statement) || !/\/operations\//.test(file) || isTest(file)) continue;
    const specifier = ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : '';
    const bindings = statement.importClause?.namedBindings;
    if (!specifier.endsWith('.queries.ts') || bindings === undefined || !ts.isNamedImports(bindings)) continue;
    for (const { name, isTypeOnly } of bindings.elements)
      if (!isTypeOnly && !statement.importClause?.isTypeOnly && !/^(find|list|count)(?!.*ForUpdate)/.test(name.text))
        breaches.push(`${file}: operations may read, not ${name.text}; put it in the domain`);
  }
}

const escapes: readonly [RegExp, string][] = [
  [/@ts-(ignore|expect-error|nocheck)|eslint-disable/, 'a suppression'],
  [/\bas (any|never)\b(?! \w|')|as unknown as [A-Z{[(]/, 'a cast that hides a type'],
  [/: any\b|<any>/, 'any'],
  [
    /\b(test|it|describe)(\.\w+)*\.(skip|only|todo|failing)\b|\b(x(it|test|describe)|f(it|describe))\(/,
    'a skipped or focused test',
  ],
  [/TODO|FIXME/, 'unfinished work without an issue'],
];

function checkText(file: string, text: string): void {
  const lines = text.split('\n').length;
  if (lines > linesMax && !isTest(file)) breaches.push(`${file}: ${lines} lines (limit ${linesMax}); split by idea`);
  for (const [pattern, what] of escapes)
    if (pattern.test(text) && file !== 'scripts/check-shape.ts') breaches.push(`${file}: ${what}`);
}

checkOperationFiles();
const owners = tableOwners();
for (const file of [...typescript('src'), ...typescript('contract-tests'), ...typescript('scripts')]) {
  const text = readFileSync(file, 'utf8');
  checkName(file);
  checkText(file, text);
  checkStatements(file, text);
  checkWrites(file, text, owners);
}
for (const breach of breaches) console.error(breach);
console.log(`${breaches.length} breaches of shape`);
process.exitCode = breaches.length === 0 ? 0 : 1;
