import { Api, type Error as Refusal } from './client/api.ts';
import { runScenario, url } from './scenario.ts';

const { api, setSecurityData } = new Api<string>({
  baseUrl: url,
  securityWorker: (token) => (token === null ? {} : { headers: { Authorization: `Bearer ${token}` } }),
});
const secure = { secure: true };
await runScenario({
  createToken: async (body) => (await api.createToken(body)).data.token,
  useToken: (token) => setSecurityData(token),
  getCurrentUser: async () => (await api.getCurrentUser()).data.email,
  createRepository: async (repository) => (await api.createRepository({ repository })).data.repository,
  listRepositories: async () => (await api.listRepositories({})).data.data.map(({ repository }) => repository),
  createCategory: async (name) => (await api.createCategory({ name })).data.name,
  listCategories: async () => (await api.listCategories({})).data.data.map(({ name }) => name),
  getSample: async (sampleId) => (await api.getSample(sampleId)).data.original_name,
  createRegressionTest: async (body) => (await api.createRegressionTest(body)).data.regression_test_id,
  listRegressionTests: async (offset) => {
    const { data, pagination } = (await api.listRegressionTests({ limit: 1, offset })).data;
    return { ...pagination, ids: data.map(({ regression_test_id }) => regression_test_id) };
  },
  createRun: async (body) => (await api.createRun(body)).data.run_id,
  getRun: async (runId) => (await api.getRun(runId)).data.status,
  listRuns: async () => (await api.listRuns({})).data.data.map(({ run_id }) => run_id),
  getQueue: async () => (await api.getQueue({})).data.data.map(({ run_id }) => run_id),
  listUsers: () => api.listUsers({}),
  getSampleDownload: async (sampleId) => (await api.getSampleDownload(sampleId)).data.download_url,
  revokeCurrentToken: () => api.revokeCurrentToken(),
  codeOf: (error) => (error as { error?: Refusal } | undefined)?.error?.code,
});
