"""Credentials for Schemathesis, by the security scheme of each operation.

They are made through the API and made anew whenever the server answers 401: the operations under test revoke the very
tokens and workers they are called with. A lease is taken of a run that is created for it.
"""

import os
import uuid
from dataclasses import dataclass

import requests
import schemathesis
from schemathesis.core.media_types import YAML_MEDIA_TYPES

URL = os.environ["SPCI_URL"]
SCOPES = [
    "runs:read",
    "runs:write",
    "results:read",
    "baselines:write",
    "system:read",
    "system:write",
    "tokens:manage",
]
BUILT = {"repository": "video/extractor", "commit_sha": "4f2a1c9d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39", "platform": "linux"}


@dataclass
class Held:
    token: str
    lease_id: int | None = None


def post(path: str, body: dict, token: str | None = None) -> dict:
    headers = {} if token is None else {"Authorization": f"Bearer {token}"}
    answer = requests.post(f"{URL}/api/v1/{path}", json=body, headers=headers, timeout=30)
    answer.raise_for_status()
    return answer.json()


def log_in() -> Held:
    account = {"email": os.environ["SPCI_EMAIL"], "password": os.environ["SPCI_PASSWORD"]}
    return Held(post("auth/tokens", {**account, "token_name": f"judge-{uuid.uuid4().hex}", "scopes": SCOPES})["token"])


def enrol() -> Held:
    body = {"name": f"judge-{uuid.uuid4().hex}", "platforms": ["linux"]}
    return Held(post("workers", body, log_in().token)["worker_token"])


def hold_lease() -> Held:
    post("runs", BUILT, log_in().token)
    claim = post("worker/claims", {"platforms": ["linux"], "wait_ms": 1000}, enrol().token)
    return Held(claim["lease_token"], claim["lease_id"])


def signed() -> Held:
    return Held(os.environ["SPCI_SIGNATURE"])


MAKERS = {
    "bearerToken": log_in,
    "headerToken": log_in,
    "workerToken": enrol,
    "leaseToken": hold_lease,
    "fileSignature": signed,
}


def scheme_of(operation) -> str | None:
    """The scheme of the first alternative; None for an operation that is open to everybody."""
    return next((scheme for alternative in operation.definition.raw.get("security", []) for scheme in alternative), None)


@schemathesis.auth(cache_by_key=lambda case, context: scheme_of(context.operation) or "none")
class Credential:
    def get(self, case, context):
        scheme = scheme_of(context.operation)
        return None if scheme is None else MAKERS[scheme]()

    def set(self, case, held, context):
        if held is None:
            return
        if scheme_of(context.operation) == "fileSignature":
            case.query = {**(case.query or {}), "signature": held.token}
        else:
            case.headers = {**(case.headers or {}), "Authorization": f"Bearer {held.token}"}
        # A lease's token opens that lease alone; an id of another type stays the negative case that it is.
        if held.lease_id is not None and isinstance(case.path_parameters.get("lease_id"), int):
            case.path_parameters = {**case.path_parameters, "lease_id": held.lease_id}


@schemathesis.deserializer(*YAML_MEDIA_TYPES)
def text_of(context, response):
    """The description describes its YAML form as text, not as what the text holds."""
    return response.content.decode("utf-8")
