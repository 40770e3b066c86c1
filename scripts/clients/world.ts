import { randomBytes } from 'node:crypto';
import { operatorEmail, operatorPassword } from '../../contract-tests/harness/operator.ts';
import { startServerProcess } from '../../contract-tests/harness/server-process.ts';
import type { components } from '../../generated/client.ts';
import { answerOf, createClient, type SpciClient } from '../../src/sdk/client.ts';
import { uploadBuild, uploadSample } from '../../src/sdk/transfer.ts';

/** The environment of one smoke program. */
export type SmokeEnvironment = Readonly<Record<`SPCI_${string}`, string>>;

export interface SmokeWorld {
  /** A domain with one sample, one regression test and one build, which nothing else uses. */
  newDomain(): Promise<SmokeEnvironment>;
  stop(): Promise<void>;
}

const scopes: components['schemas']['Scope'][] = ['runs:read', 'runs:write', 'system:read', 'system:write'];
const repository = 'prepared/tool';
const commit_sha = 'c'.repeat(40);

async function signIn(url: string, email: string, password: string): Promise<SpciClient> {
  const body = { email, password, token_name: `matrix-${randomBytes(6).toString('hex')}`, scopes };
  const { token } = await answerOf(createClient({ url }).POST('/api/v1/auth/tokens', { body }));
  return createClient({ url, token });
}

/** The id of its sample. */
async function prepareDomain(admin: SpciClient): Promise<number> {
  await answerOf(admin.POST('/api/v1/repositories', { body: { repository } }));
  await answerOf(admin.POST('/api/v1/categories', { body: { name: 'prepared' } }));
  const content = new TextEncoder().encode('prepared\n');
  const { sample_id } = await uploadSample(admin, content, { filename: 'prepared.txt' });
  const body = { sample_id, command: 'prepared', categories: ['prepared'], active: true };
  await answerOf(admin.POST('/api/v1/regression-tests', { body }));
  await uploadBuild(admin, content, { repository, commit_sha, platform: 'linux', entry_point: 'tool.cjs' });
  return sample_id;
}

export async function openSmokeWorld(): Promise<SmokeWorld> {
  const server = await startServerProcess();
  const operator = await signIn(server.url, operatorEmail, operatorPassword);
  return {
    newDomain: async () => {
      const slug = `client-${randomBytes(6).toString('hex')}`;
      const account = { email: `${slug}@example.org`, password: 'a long enough secret' };
      const body = { slug, admin_name: slug, admin_email: account.email, admin_password: account.password };
      await answerOf(operator.POST('/api/v1/domains', { body }));
      const sampleId = await prepareDomain(await signIn(server.url, account.email, account.password));
      return {
        SPCI_URL: server.url,
        SPCI_EMAIL: account.email,
        SPCI_PASSWORD: account.password,
        SPCI_REPOSITORY: repository,
        SPCI_COMMIT: commit_sha,
        SPCI_SAMPLE_ID: String(sampleId),
      };
    },
    stop: server.stop,
  };
}
