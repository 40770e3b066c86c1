from typing import Callable, TypeVar

from redocly_client import (
    ApiError,
    CategoryCreateRequest,
    Client,
    Platform,
    RegressionTestCreateRequest,
    RepositoryCreateRequest,
    RunCreateRequest,
    Scope,
    TokenCreateRequest,
)
from scenario import COMMIT, EMAIL, PASSWORD, REPOSITORY, SCOPES, URL, Refused, TestPage, run_scenario

T = TypeVar("T")


def answer_of(call: Callable[[], T]) -> T:
    try:
        return call()
    except ApiError as error:
        raise Refused(error.body["code"]) from error


class Smoke:
    api = Client(URL)

    def create_token(self) -> str:
        scopes = [Scope(scope) for scope in SCOPES]
        login = TokenCreateRequest(email=EMAIL, password=PASSWORD, token_name="smoke", scopes=scopes)
        return self.api.create_token(login).token

    def use_token(self, token: str) -> None:
        self.api = Client(URL, auth={"bearer": token})

    def get_current_user(self) -> str:
        return answer_of(self.api.get_current_user).email

    def create_repository(self, repository: str) -> str:
        return self.api.create_repository(RepositoryCreateRequest(repository=repository)).repository

    def list_repositories(self) -> list[str]:
        return [each.repository for each in self.api.list_repositories().data]

    def create_category(self, name: str) -> str:
        return self.api.create_category(CategoryCreateRequest(name=name)).name

    def list_categories(self) -> list[str]:
        return [each.name for each in self.api.list_categories().data]

    def create_sample(self, filename: str, content: bytes) -> int:
        return self.api.create_sample(content, filename=filename).sample_id

    def get_sample(self, sample_id: int) -> str:
        return self.api.get_sample(sample_id).original_name

    def create_regression_test(self, sample_id: int, command: str, category: str) -> int:
        test = RegressionTestCreateRequest(sample_id=sample_id, command=command, categories=[category], active=True)
        return self.api.create_regression_test(test).regression_test_id

    def list_regression_tests(self, offset: int) -> TestPage:
        page = self.api.list_regression_tests(limit=1, offset=offset)
        ids = [each.regression_test_id for each in page.data]
        return TestPage(ids, page.pagination.total, page.pagination.next_offset)

    def create_run(self) -> int:
        return self.api.create_run(RunCreateRequest(repository=REPOSITORY, commit_sha=COMMIT, platform=Platform("linux"))).run_id

    def get_run(self, run_id: int) -> str:
        return answer_of(lambda: self.api.get_run(run_id)).status.value

    def list_runs(self) -> list[int]:
        return [each.run_id for each in self.api.list_runs().data]

    def get_queue(self) -> list[int]:
        return [each.run_id for each in self.api.get_queue().data]

    def list_users(self) -> object:
        return answer_of(self.api.list_users)

    def get_sample_download(self, sample_id: int) -> str:
        return self.api.get_sample_download(sample_id).download_url or ""

    def revoke_current_token(self) -> None:
        self.api.revoke_current_token()


run_scenario(Smoke())
