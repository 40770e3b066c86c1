import { ApiError, client as api, type Error_2 } from './client/client.ts';
import { runScenario, url } from './scenario.ts';

api.configure({ serverUrl: url });
await runScenario({
  createToken: async (body) => (await api.createToken({ body })).token,
  useToken: (token) => api.auth.bearer(token),
  getCurrentUser: async () => (await api.getCurrentUser()).email,
  createRepository: async (repository) => (await api.createRepository({ body: { repository } })).repository,
  listRepositories: async () => (await api.listRepositories()).data.map(({ repository }) => repository),
  createCategory: async (name) => (await api.createCategory({ body: { name } })).name,
  listCategories: async () => (await api.listCategories()).data.map(({ name }) => name),
  createSample: async (filename, body) => (await api.createSample({ body, query: { filename } })).sample_id,
  getSample: async (sample_id) => (await api.getSample({ path: { sample_id } })).original_name,
  createRegressionTest: async (body) => (await api.createRegressionTest({ body })).regression_test_id,
  listRegressionTests: async (offset) => {
    const { data, pagination } = await api.listRegressionTests({ query: { limit: 1, offset } });
    return { ...pagination, ids: data.map(({ regression_test_id }) => regression_test_id) };
  },
  createRun: async (body) => (await api.createRun({ body })).run_id,
  getRun: async (run_id) => (await api.getRun({ path: { run_id } })).status,
  listRuns: async () => (await api.listRuns()).data.map(({ run_id }) => run_id),
  getQueue: async () => (await api.getQueue()).data.map(({ run_id }) => run_id),
  listUsers: () => api.listUsers(),
  getSampleDownload: async (sample_id) => (await api.getSampleDownload({ path: { sample_id } })).download_url,
  revokeCurrentToken: () => api.revokeCurrentToken(),
  codeOf: (error) => (error instanceof ApiError ? (error.body as Error_2).code : undefined),
});
