# frozen_string_literal: true

$LOAD_PATH.unshift(File.join(__dir__, 'client', 'lib'))
require 'net/http'
require 'openapi_client'

include OpenapiClient

CONTENT = "what a generated client uploads\n"

# Prints a line that the matrix counts.
def step(name, holds)
  abort "#{name} does not hold" unless holds
  puts "ok #{name}"
end

def refused(name, code)
  yield
  step(name, false)
rescue ApiError => e
  step(name, OpenapiClient::Error.build_from_hash(JSON.parse(e.response_body, symbolize_names: true)).code == code)
end

config = Configuration.new
url = URI(ENV.fetch('SPCI_URL'))
config.scheme = url.scheme
config.host = "#{url.host}:#{url.port}"
config.server_index = nil
client = ApiClient.new(config)
tokens = TokensApi.new(client)
accounts = AccountsApi.new(client)
repositories = RepositoriesApi.new(client)
samples = SamplesApi.new(client)
tests = RegressionTestsApi.new(client)
runs = RunsApi.new(client)

login = TokenCreateRequest.new(
  email: ENV.fetch('SPCI_EMAIL'), password: ENV.fetch('SPCI_PASSWORD'), token_name: 'smoke',
  scopes: %w[runs:read runs:write results:read system:read system:write]
)
token = tokens.create_token(login).token
step('createToken', token.start_with?('spci_'))
config.access_token = token
step('getCurrentUser', accounts.get_current_user.email == ENV.fetch('SPCI_EMAIL'))
made = repositories.create_repository(RepositoryCreateRequest.new(repository: 'smoke/tool'))
step('createRepository', made.repository == 'smoke/tool')
step('listRepositories', repositories.list_repositories.data.map(&:repository).include?('smoke/tool'))
step('createCategory', tests.create_category(CategoryCreateRequest.new(name: 'smoke')).name == 'smoke')
step('listCategories', tests.list_categories.data.map(&:name).include?('smoke'))
sample = samples.create_sample('smoke.txt', CONTENT).sample_id
step('createSample', sample.positive?)
step('getSample', samples.get_sample(sample).original_name == 'smoke.txt')
request = RegressionTestCreateRequest.new(sample_id: sample, command: 'smoke', categories: ['smoke'], active: true)
test = tests.create_regression_test(request).regression_test_id
step('createRegressionTest', test.positive?)
first = tests.list_regression_tests(limit: 1)
step('firstPage', first.pagination.total == 2)
second = tests.list_regression_tests(limit: 1, offset: first.pagination.next_offset)
ids = (first.data + second.data).map(&:regression_test_id)
step('secondPage', second.pagination.next_offset.nil? && ids.include?(test))
request = RunCreateRequest.new(
  repository: ENV.fetch('SPCI_REPOSITORY'), commit_sha: ENV.fetch('SPCI_COMMIT'), platform: Platform::LINUX
)
run = runs.create_run(request).run_id
step('createRun', run.positive?)
step('getRun', runs.get_run(run).status == RunStatus::QUEUED)
step('listRuns', runs.list_runs.data.map(&:run_id).include?(run))
step('getQueue', QueueApi.new(client).get_queue.data.map(&:run_id).include?(run))
refused('notFound', 'not_found') { runs.get_run(2_000_000_000) }
refused('forbidden', 'forbidden') { accounts.list_users }
step('downloadSample', Net::HTTP.get(URI(samples.get_sample_download(sample).download_url)) == CONTENT)
tokens.revoke_current_token
step('revokeCurrentToken', true)
refused('unauthorized', 'unauthorized') { accounts.get_current_user }
