"""The twenty calls of a smoke run, made through one generated client. Each prints a line that the matrix counts."""

import os
import urllib.request
from dataclasses import dataclass
from typing import Callable, Protocol, TypeVar

T = TypeVar("T")
URL = os.environ["SPCI_URL"]
EMAIL = os.environ["SPCI_EMAIL"]
PASSWORD = os.environ["SPCI_PASSWORD"]
REPOSITORY = os.environ["SPCI_REPOSITORY"]
COMMIT = os.environ["SPCI_COMMIT"]
SCOPES = ["runs:read", "runs:write", "results:read", "system:read", "system:write"]
CONTENT = b"what a generated client uploads\n"


@dataclass
class TestPage:
    ids: list[int]
    total: int
    next_offset: int | None


class Refused(Exception):
    """A refusal, by its code as the client gives it."""


class SmokeClient(Protocol):
    def create_token(self) -> str: ...
    def use_token(self, token: str) -> None: ...
    def get_current_user(self) -> str: ...
    def create_repository(self, repository: str) -> str: ...
    def list_repositories(self) -> list[str]: ...
    def create_category(self, name: str) -> str: ...
    def list_categories(self) -> list[str]: ...
    def create_sample(self, filename: str, content: bytes) -> int: ...
    def get_sample(self, sample_id: int) -> str: ...
    def create_regression_test(self, sample_id: int, command: str, category: str) -> int: ...
    def list_regression_tests(self, offset: int) -> TestPage: ...
    def create_run(self) -> int: ...
    def get_run(self, run_id: int) -> str: ...
    def list_runs(self) -> list[int]: ...
    def get_queue(self) -> list[int]: ...
    def list_users(self) -> object: ...
    def get_sample_download(self, sample_id: int) -> str: ...
    def revoke_current_token(self) -> None: ...


def step(name: str, value: T, check: Callable[[T], bool] = lambda _: True) -> T:
    assert check(value), f"{name}: {value!r}"
    print("ok", name, flush=True)
    return value


def refused(name: str, code: str, call: Callable[[], object]) -> None:
    try:
        call()
    except Refused as refusal:
        assert str(refusal) == code, f"{name}: {refusal}"
        print("ok", name, flush=True)
        return
    raise AssertionError(f"{name} was answered")


def download(address: str) -> bytes:
    with urllib.request.urlopen(address) as answer:
        content: bytes = answer.read()
        return content


def run_scenario(client: SmokeClient) -> None:
    client.use_token(step("createToken", client.create_token(), lambda token: token.startswith("spci_")))
    step("getCurrentUser", client.get_current_user(), lambda email: email == EMAIL)
    step("createRepository", client.create_repository("smoke/tool"), lambda name: name == "smoke/tool")
    step("listRepositories", client.list_repositories(), lambda names: "smoke/tool" in names)
    step("createCategory", client.create_category("smoke"), lambda name: name == "smoke")
    step("listCategories", client.list_categories(), lambda names: "smoke" in names)
    sample_id = step("createSample", client.create_sample("smoke.txt", CONTENT))
    step("getSample", client.get_sample(sample_id), lambda name: name == "smoke.txt")
    test_id = step("createRegressionTest", client.create_regression_test(sample_id, "smoke", "smoke"))
    first = step("firstPage", client.list_regression_tests(0), lambda page: page.total == 2)
    rest = client.list_regression_tests(first.next_offset or 0)
    step("secondPage", rest, lambda page: page.next_offset is None and test_id in first.ids + page.ids)
    run_id = step("createRun", client.create_run())
    step("getRun", client.get_run(run_id), lambda status: status == "queued")
    step("listRuns", client.list_runs(), lambda ids: run_id in ids)
    step("getQueue", client.get_queue(), lambda ids: run_id in ids)
    refused("notFound", "not_found", lambda: client.get_run(2_000_000_000))
    refused("forbidden", "forbidden", client.list_users)
    address = client.get_sample_download(sample_id)
    step("downloadSample", download(address), lambda content: content == CONTENT)
    client.revoke_current_token()
    step("revokeCurrentToken", None)
    refused("unauthorized", "unauthorized", client.get_current_user)
