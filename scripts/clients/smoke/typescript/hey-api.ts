import { client } from './client/client.gen.ts';
import * as api from './client/sdk.gen.ts';
import type { Error as Refusal } from './client/types.gen.ts';
import { runScenario, url } from './scenario.ts';

client.setConfig({ baseUrl: url });
/** The data of a call, or the typed refusal thrown. */
async function dataOf<Data>(call: Promise<{ data?: Data; error?: Refusal }>): Promise<NonNullable<Data>> {
  const { data, error } = await call;
  if (error !== undefined) throw error;
  return data as NonNullable<Data>;
}

await runScenario({
  createToken: async (body) => (await dataOf(api.createToken({ body }))).token,
  useToken: (auth) => client.setConfig({ auth }),
  getCurrentUser: async () => (await dataOf(api.getCurrentUser())).email,
  createRepository: async (repository) => (await dataOf(api.createRepository({ body: { repository } }))).repository,
  listRepositories: async () => (await dataOf(api.listRepositories())).data.map(({ repository }) => repository),
  createCategory: async (name) => (await dataOf(api.createCategory({ body: { name } }))).name,
  listCategories: async () => (await dataOf(api.listCategories())).data.map(({ name }) => name),
  createSample: async (filename, body) => (await dataOf(api.createSample({ body, query: { filename } }))).sample_id,
  getSample: async (sample_id) => (await dataOf(api.getSample({ path: { sample_id } }))).original_name,
  createRegressionTest: async (body) => (await dataOf(api.createRegressionTest({ body }))).regression_test_id,
  listRegressionTests: async (offset) => {
    const { data, pagination } = await dataOf(api.listRegressionTests({ query: { limit: 1, offset } }));
    return { ...pagination, ids: data.map(({ regression_test_id }) => regression_test_id) };
  },
  createRun: async (body) => (await dataOf(api.createRun({ body }))).run_id,
  getRun: async (run_id) => (await dataOf(api.getRun({ path: { run_id } }))).status,
  listRuns: async () => (await dataOf(api.listRuns())).data.map(({ run_id }) => run_id),
  getQueue: async () => (await dataOf(api.getQueue())).data.map(({ run_id }) => run_id),
  listUsers: () => dataOf(api.listUsers()),
  getSampleDownload: async (sample_id) => (await dataOf(api.getSampleDownload({ path: { sample_id } }))).download_url,
  revokeCurrentToken: () => dataOf(api.revokeCurrentToken()),
  codeOf: (error) => (error as Refusal | undefined)?.code,
});
