from typing import Callable, TypeVar

import openapi_client as api
from openapi_client.exceptions import ApiException
from scenario import COMMIT, EMAIL, PASSWORD, REPOSITORY, SCOPES, URL, Refused, TestPage, run_scenario

T = TypeVar("T")


def answer_of(call: Callable[[], T]) -> T:
    try:
        return call()
    except ApiException as error:
        refusal = api.Error.from_json(error.body or "")
        raise Refused(refusal.code.value if refusal else "") from error


class Smoke:
    configuration = api.Configuration(host=URL)
    client = api.ApiClient(configuration)
    repositories = api.RepositoriesApi(client)
    samples = api.SamplesApi(client)
    tests = api.RegressionTestsApi(client)
    runs = api.RunsApi(client)
    tokens = api.TokensApi(client)
    accounts = api.AccountsApi(client)
    queue = api.QueueApi(client)

    def create_token(self) -> str:
        scopes = [api.Scope(scope) for scope in SCOPES]
        login = api.TokenCreateRequest(email=EMAIL, password=PASSWORD, token_name="smoke", scopes=scopes)
        return self.tokens.create_token(login).token

    def use_token(self, token: str) -> None:
        self.configuration.access_token = token

    def get_current_user(self) -> str:
        return answer_of(self.accounts.get_current_user).email

    def create_repository(self, repository: str) -> str:
        return self.repositories.create_repository(api.RepositoryCreateRequest(repository=repository)).repository

    def list_repositories(self) -> list[str]:
        return [each.repository for each in self.repositories.list_repositories().data]

    def create_category(self, name: str) -> str:
        return self.tests.create_category(api.CategoryCreateRequest(name=name)).name

    def list_categories(self) -> list[str]:
        return [each.name for each in self.tests.list_categories().data]

    def create_sample(self, filename: str, content: bytes) -> int:
        return self.samples.create_sample(filename, content).sample_id

    def get_sample(self, sample_id: int) -> str:
        return self.samples.get_sample(sample_id).original_name

    def create_regression_test(self, sample_id: int, command: str, category: str) -> int:
        test = api.RegressionTestCreateRequest(sample_id=sample_id, command=command, categories=[category], active=True)
        return self.tests.create_regression_test(test).regression_test_id

    def list_regression_tests(self, offset: int) -> TestPage:
        page = self.tests.list_regression_tests(limit=1, offset=offset)
        ids = [each.regression_test_id for each in page.data]
        return TestPage(ids, page.pagination.total, page.pagination.next_offset)

    def create_run(self) -> int:
        run = api.RunCreateRequest(repository=REPOSITORY, commit_sha=COMMIT, platform=api.Platform("linux"))
        return self.runs.create_run(run).run_id

    def get_run(self, run_id: int) -> str:
        return answer_of(lambda: self.runs.get_run(run_id)).status.value

    def list_runs(self) -> list[int]:
        return [each.run_id for each in self.runs.list_runs().data]

    def get_queue(self) -> list[int]:
        return [each.run_id for each in self.queue.get_queue().data]

    def list_users(self) -> object:
        return answer_of(self.accounts.list_users)

    def get_sample_download(self, sample_id: int) -> str:
        return self.samples.get_sample_download(sample_id).download_url or ""

    def revoke_current_token(self) -> None:
        self.tokens.revoke_current_token()


run_scenario(Smoke())
