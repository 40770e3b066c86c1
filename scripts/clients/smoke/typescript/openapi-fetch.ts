import { answerOf, createClient, isApiError, uploadSample } from 'spci-sdk';
import { runScenario, url } from './scenario.ts';

let spci = createClient({ url });
await runScenario({
  createToken: async (body) => (await answerOf(spci.POST('/api/v1/auth/tokens', { body }))).token,
  useToken: (token) => void (spci = createClient({ url, token })),
  getCurrentUser: async () => (await answerOf(spci.GET('/api/v1/auth/me'))).email,
  createRepository: async (repository) =>
    (await answerOf(spci.POST('/api/v1/repositories', { body: { repository } }))).repository,
  listRepositories: async () =>
    (await answerOf(spci.GET('/api/v1/repositories'))).data.map(({ repository }) => repository),
  createCategory: async (name) => (await answerOf(spci.POST('/api/v1/categories', { body: { name } }))).name,
  listCategories: async () => (await answerOf(spci.GET('/api/v1/categories'))).data.map(({ name }) => name),
  createSample: async (filename, body) => (await uploadSample(spci, body, { filename })).sample_id,
  getSample: async (sample_id) =>
    (await answerOf(spci.GET('/api/v1/samples/{sample_id}', { params: { path: { sample_id } } }))).original_name,
  createRegressionTest: async (body) =>
    (await answerOf(spci.POST('/api/v1/regression-tests', { body }))).regression_test_id,
  listRegressionTests: async (offset) => {
    const params = { query: { limit: 1, offset } };
    const { data, pagination } = await answerOf(spci.GET('/api/v1/regression-tests', { params }));
    return { ...pagination, ids: data.map(({ regression_test_id }) => regression_test_id) };
  },
  createRun: async (body) => (await answerOf(spci.POST('/api/v1/runs', { body }))).run_id,
  getRun: async (run_id) =>
    (await answerOf(spci.GET('/api/v1/runs/{run_id}', { params: { path: { run_id } } }))).status,
  listRuns: async () => (await answerOf(spci.GET('/api/v1/runs'))).data.map(({ run_id }) => run_id),
  getQueue: async () => (await answerOf(spci.GET('/api/v1/system/queue'))).data.map(({ run_id }) => run_id),
  listUsers: () => answerOf(spci.GET('/api/v1/users')),
  getSampleDownload: async (sample_id) =>
    (await answerOf(spci.GET('/api/v1/samples/{sample_id}/download', { params: { path: { sample_id } } })))
      .download_url,
  revokeCurrentToken: () => answerOf(spci.DELETE('/api/v1/auth/tokens/current')),
  codeOf: (error) => (isApiError(error) ? error.code : undefined),
});
