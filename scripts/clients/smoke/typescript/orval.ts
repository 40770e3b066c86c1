import * as api from './client/api.ts';
import { runScenario, url } from './scenario.ts';

/** The generated calls know neither the server's address nor a token: both are for the program's own `fetch`. */
const plainFetch = globalThis.fetch;
let authorization: Record<string, string> = {};
globalThis.fetch = (input, init) =>
  plainFetch(new URL(String(input), url), { ...init, headers: { ...init?.headers, ...authorization } });

type Answer = { readonly status: number; readonly data: unknown };
type Success<Union extends Answer> = Extract<Union, { status: 200 | 201 | 202 | 204 }>['data'];

async function dataOf<Union extends Answer>(call: Promise<Union>): Promise<Success<Union>> {
  const answer = await call;
  if (answer.status >= 400) throw answer.data;
  return answer.data as Success<Union>;
}

await runScenario({
  createToken: async (body) => (await dataOf(api.createToken(body))).token,
  useToken: (token) => void (authorization = { Authorization: `Bearer ${token}` }),
  getCurrentUser: async () => (await dataOf(api.getCurrentUser())).email,
  createRepository: async (repository) => (await dataOf(api.createRepository({ repository }))).repository,
  listRepositories: async () => (await dataOf(api.listRepositories())).data.map(({ repository }) => repository),
  createCategory: async (name) => (await dataOf(api.createCategory({ name }))).name,
  listCategories: async () => (await dataOf(api.listCategories())).data.map(({ name }) => name),
  createSample: async (filename, body) => (await dataOf(api.createSample(body, { filename }))).sample_id,
  getSample: async (sample_id) => (await dataOf(api.getSample(sample_id))).original_name,
  createRegressionTest: async (body) => (await dataOf(api.createRegressionTest(body))).regression_test_id,
  listRegressionTests: async (offset) => {
    const { data, pagination } = await dataOf(api.listRegressionTests({ limit: 1, offset }));
    return { ...pagination, ids: data.map(({ regression_test_id }) => regression_test_id) };
  },
  createRun: async (body) => (await dataOf(api.createRun(body))).run_id,
  getRun: async (run_id) => (await dataOf(api.getRun(run_id))).status,
  listRuns: async () => (await dataOf(api.listRuns())).data.map(({ run_id }) => run_id),
  getQueue: async () => (await dataOf(api.getQueue())).data.map(({ run_id }) => run_id),
  listUsers: () => dataOf(api.listUsers()),
  getSampleDownload: async (sample_id) => (await dataOf(api.getSampleDownload(sample_id))).download_url,
  revokeCurrentToken: () => dataOf(api.revokeCurrentToken()),
  codeOf: (error) => (error as api.Error | undefined)?.code,
});
