import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { auditNames } from '../../preflight/audits/audit.ts';
import { isPromiseBased } from '../../preflight/promise/promise-token-for.ts';

interface Description {
  readonly components: { readonly schemas: Readonly<Record<string, Described>> };
}
interface Described {
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, { readonly default?: unknown; readonly enum?: readonly unknown[] }>>;
}

async function described(name: string): Promise<Described> {
  const { components } = JSON.parse(await readFile('generated/openapi.json', 'utf8')) as Description;
  return components.schemas[name] ?? {};
}

test('a site enables the audits that there are, and all of them unless it says otherwise', async () => {
  expect((await described('AuditName')).enum).toEqual(auditNames);
  expect((await described('SiteCreateRequest')).properties?.['enabled_checks']?.default).toEqual(auditNames);
});

test('an authoring type that may be null is otherwise one that can be asked for', async () => {
  const types = (await described('AuthoringType')).enum ?? [];
  for (const name of ['Site', 'SiteCreateRequest', 'SiteUpdateRequest'])
    expect((await described(name)).properties?.['authoring_type']?.enum).toEqual([...types, null]);
  expect(types.filter((type) => isPromiseBased(type))).toEqual(['cs', 'cs/crosswalk', 'ams']);
  expect(isPromiseBased(null)).toBe(false);
});
