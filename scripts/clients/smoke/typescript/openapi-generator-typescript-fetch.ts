import * as api from './client/index.ts';
import { runScenario, url } from './scenario.ts';

let bearer = '';
const configuration = new api.Configuration({ basePath: url, accessToken: () => bearer });
const tokens = new api.TokensApi(configuration);
const accounts = new api.AccountsApi(configuration);
const repositories = new api.RepositoriesApi(configuration);
const samples = new api.SamplesApi(configuration);
const tests = new api.RegressionTestsApi(configuration);
const runs = new api.RunsApi(configuration);

/** The refusal that an answer carries, thrown in its own type. */
async function typed<Value>(call: Promise<Value>): Promise<Value> {
  return call.catch(async (error: unknown) => {
    throw error instanceof api.ResponseError ? api.ModelErrorFromJSON(await error.response.json()) : error;
  });
}

await runScenario({
  createToken: async (login) => {
    const { email, password, token_name: tokenName } = login;
    const scopes = new Set(login.scopes);
    return (await tokens.createToken({ tokenCreateRequest: { email, password, tokenName, scopes } })).token;
  },
  useToken: (token) => void (bearer = token),
  getCurrentUser: async () => (await typed(accounts.getCurrentUser())).email,
  createRepository: async (repository) =>
    (await repositories.createRepository({ repositoryCreateRequest: { repository } })).repository,
  listRepositories: async () => (await repositories.listRepositories({})).data.map(({ repository }) => repository),
  createCategory: async (name) => (await tests.createCategory({ categoryCreateRequest: { name } })).name,
  listCategories: async () => (await tests.listCategories({})).data.map(({ name }) => name),
  createSample: async (filename, body) => (await samples.createSample({ filename, body })).sampleId,
  getSample: async (sampleId) => (await samples.getSample({ sampleId })).originalName,
  createRegressionTest: async ({ sample_id: sampleId, command, categories, active }) => {
    const request = { regressionTestCreateRequest: { sampleId, command, categories: new Set(categories), active } };
    return (await tests.createRegressionTest(request)).regressionTestId;
  },
  listRegressionTests: async (offset) => {
    const { data, pagination } = await tests.listRegressionTests({ limit: 1, offset });
    const { total, nextOffset: next_offset } = pagination;
    return { total, next_offset, ids: data.map(({ regressionTestId }) => regressionTestId) };
  },
  createRun: async ({ repository, commit_sha: commitSha, platform }) =>
    (await runs.createRun({ runCreateRequest: { repository, commitSha, platform } })).runId,
  getRun: async (runId) => (await typed(runs.getRun({ runId }))).status,
  listRuns: async () => (await runs.listRuns({})).data.map(({ runId }) => runId),
  getQueue: async () => (await new api.QueueApi(configuration).getQueue({})).data.map(({ runId }) => runId),
  listUsers: () => typed(accounts.listUsers({})),
  getSampleDownload: async (sampleId) => (await samples.getSampleDownload({ sampleId })).downloadUrl,
  revokeCurrentToken: () => tokens.revokeCurrentToken(),
  codeOf: (error) => (error as api.ModelError | undefined)?.code,
});
