from io import BytesIO
from typing import TypeVar

from scenario import COMMIT, EMAIL, PASSWORD, REPOSITORY, SCOPES, URL, Refused, TestPage, run_scenario
from spci_client import AuthenticatedClient, Client, models
from spci_client.api.accounts import get_current_user, list_users
from spci_client.api.queue import get_queue
from spci_client.api.regression_tests import (
    create_category,
    create_regression_test,
    list_categories,
    list_regression_tests,
)
from spci_client.api.repositories import create_repository, list_repositories
from spci_client.api.runs import create_run, get_run, list_runs
from spci_client.api.samples import create_sample, get_sample, get_sample_download
from spci_client.api.tokens import create_token, revoke_current_token
from spci_client.types import File

T = TypeVar("T")


def answer_of(answer: T | models.Error | None) -> T:
    if isinstance(answer, models.Error):
        raise Refused(answer.code.value)
    assert answer is not None
    return answer


class Smoke:
    client = AuthenticatedClient(URL, token="")

    def create_token(self) -> str:
        scopes = [models.Scope(scope) for scope in SCOPES]
        login = models.TokenCreateRequest(email=EMAIL, password=PASSWORD, token_name="smoke", scopes=scopes)
        return answer_of(create_token.sync(client=Client(URL), body=login)).token

    def use_token(self, token: str) -> None:
        self.client = AuthenticatedClient(URL, token=token)

    def get_current_user(self) -> str:
        return answer_of(get_current_user.sync(client=self.client)).email

    def create_repository(self, repository: str) -> str:
        body = models.RepositoryCreateRequest(repository=repository)
        return answer_of(create_repository.sync(client=self.client, body=body)).repository

    def list_repositories(self) -> list[str]:
        return [each.repository for each in answer_of(list_repositories.sync(client=self.client)).data]

    def create_category(self, name: str) -> str:
        body = models.CategoryCreateRequest(name=name)
        return answer_of(create_category.sync(client=self.client, body=body)).name

    def list_categories(self) -> list[str]:
        return [each.name for each in answer_of(list_categories.sync(client=self.client)).data]

    def create_sample(self, filename: str, content: bytes) -> int:
        body = File(payload=BytesIO(content))
        return answer_of(create_sample.sync(client=self.client, body=body, filename=filename)).sample_id

    def get_sample(self, sample_id: int) -> str:
        return answer_of(get_sample.sync(sample_id, client=self.client)).original_name

    def create_regression_test(self, sample_id: int, command: str, category: str) -> int:
        body = models.RegressionTestCreateRequest(sample_id=sample_id, command=command, categories=[category], active=True)
        return answer_of(create_regression_test.sync(client=self.client, body=body)).regression_test_id

    def list_regression_tests(self, offset: int) -> TestPage:
        page = answer_of(list_regression_tests.sync(client=self.client, limit=1, offset=offset))
        ids = [each.regression_test_id for each in page.data]
        return TestPage(ids, page.pagination.total, page.pagination.next_offset)

    def create_run(self) -> int:
        body = models.RunCreateRequest(repository=REPOSITORY, commit_sha=COMMIT, platform=models.Platform("linux"))
        return answer_of(create_run.sync(client=self.client, body=body)).run_id

    def get_run(self, run_id: int) -> str:
        return answer_of(get_run.sync(run_id, client=self.client)).status.value

    def list_runs(self) -> list[int]:
        return [each.run_id for each in answer_of(list_runs.sync(client=self.client)).data]

    def get_queue(self) -> list[int]:
        return [each.run_id for each in answer_of(get_queue.sync(client=self.client)).data]

    def list_users(self) -> object:
        return answer_of(list_users.sync(client=self.client))

    def get_sample_download(self, sample_id: int) -> str:
        return answer_of(get_sample_download.sync(sample_id, client=self.client)).download_url or ""

    def revoke_current_token(self) -> None:
        revoke_current_token.sync_detailed(client=self.client)


run_scenario(Smoke())
