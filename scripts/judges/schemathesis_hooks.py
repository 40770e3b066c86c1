"""What Schemathesis cannot take from the description: credentials, and values that a valid request has to refer to.

Credentials are made through the API, by the security scheme of each operation, and made anew whenever the server answers
401: the operations under test revoke the very tokens and workers they are called with. A lease is taken of a run that is
created for it.
"""

import hashlib
import hmac
import itertools
import json
import os
import re
import threading
import time
import uuid
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import requests
import schemathesis
from schemathesis import GenerationMode
from schemathesis.core.media_types import YAML_MEDIA_TYPES
from schemathesis.transport.serialization import Binary

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


ACCOUNT = {"email": os.environ["SPCI_EMAIL"], "password": os.environ["SPCI_PASSWORD"]}
OUTBOX = Path(os.environ["SPCI_OUTBOX"])
SEEDED = json.loads(os.environ["SPCI_SEEDED"])
PRODUCED = itertools.cycle(SEEDED["unaccepted_sha256"])
COMMITS = itertools.cycle(SEEDED["new_commit_sha"])
PHRASE = "seven lanterns on a quiet shore, "


def first(name: str):
    return SEEDED[name][0]


@dataclass
class Held:
    token: str
    lease_id: int | None = None
    expires: int | None = None


def call(method: str, path: str, body: dict | None = None, token: str | None = None) -> dict:
    headers = {} if token is None else {"Authorization": f"Bearer {token}"}
    answer = requests.request(method, f"{URL}/api/v1/{path}", json=body, headers=headers, timeout=30)
    answer.raise_for_status()
    return answer.json()


def post(path: str, body: dict, token: str | None = None) -> dict:
    return call("POST", path, body, token)


def log_in() -> Held:
    return Held(post("auth/tokens", {**ACCOUNT, "token_name": f"judge-{uuid.uuid4().hex}", "scopes": SCOPES})["token"])


def enrol() -> Held:
    body = {"name": f"judge-{uuid.uuid4().hex}", "platforms": ["linux"]}
    return Held(post("workers", body, log_in().token)["worker_token"])


def queue_run(platform: str) -> None:
    """On a platform that is under no maintenance, which the operations under test begin."""
    token = log_in().token
    call("PATCH", f"system/maintenance/{platform}", {"disabled": False}, token)
    post("runs", {**BUILT, "platform": platform}, token)


def hold_lease() -> Held:
    queue_run("linux")
    claim = post("worker/claims", {"platforms": ["linux"], "wait_ms": 1000}, enrol().token)
    return Held(claim["lease_token"], claim["lease_id"])


def signed() -> Held:
    address = call("GET", f"samples/{first('sample_id')}/download", token=log_in().token)["download_url"]
    query = parse_qs(urlsplit(address).query)
    return Held(query["signature"][0], expires=int(query["expires"][0]))


def mailed_link() -> dict:
    """Of a mail to an account that is made for it; it works once."""
    email = f"judge-{uuid.uuid4().hex}@example.org"
    person = {"email": email, "password": PHRASE, "name": email[:38], "role": "user"}
    post("users", person, log_in().token)
    post("auth/password-reset", {"email": email})
    for _ in range(200):
        for file in OUTBOX.glob("*.eml"):
            mail = message_from_bytes(file.read_bytes(), policy=policy.default)
            if mail["To"] == email:
                link = json.loads(re.search(r"--data '(\{[^']*\})'", mail.get_content())[1])
                return {name: link[name] for name in ("user_id", "expires", "mac")}
        time.sleep(0.1)
    raise RuntimeError("no mail came")


def returned_from_github(token: str) -> dict:
    """What GitHub gives the browser of whoever signs in there; the code works once."""
    address = call("GET", "auth/me/github", token=token)["authorize_url"]
    answer = requests.get(f"{address}&login=judge-{uuid.uuid4().hex}", allow_redirects=False, timeout=30)
    query = parse_qs(urlsplit(answer.headers["Location"]).query)
    return {name: query[name][0] for name in ("state", "code")}


def confirmation() -> str:
    """What stands in the button of the page, for an account that is made for it."""
    query = returned_from_github(join().token)
    page = requests.get(f"{URL}/api/v1/auth/github/callback", params=query, timeout=30)
    return re.search(r'<button type="button" value="([^"]+)">', page.text)[1]


def join() -> Held:
    """An account of its own: what is changed of it is nobody else's."""
    name = f"judge-{uuid.uuid4().hex}"
    person = {"email": f"{name}@example.org", "password": PHRASE}
    post("users", {**person, "name": name, "role": "tester"}, log_in().token)
    return Held(post("auth/tokens", {**person, "token_name": name})["token"])


MAKERS = {
    "bearerToken": log_in,
    "headerToken": log_in,
    "queryToken": log_in,
    "browserToken": log_in,
    "workerToken": enrol,
    "leaseToken": hold_lease,
    "fileSignature": signed,
    "githubSignature": lambda: Held(os.environ["SPCI_WEBHOOK_SECRET"]),
}

SIGNATURE = "X-Hub-Signature-256"
UNSIGNED = "to be signed as it is sent"


def sign(request):
    """Over the bytes as they are sent, as GitHub does."""
    body = request.body or b""
    content = body.encode() if isinstance(body, str) else body
    digest = hmac.new(os.environ["SPCI_WEBHOOK_SECRET"].encode(), content, hashlib.sha256).hexdigest()
    request.headers[SIGNATURE] = f"sha256={digest}"
    return request


def scheme_of(operation) -> str | None:
    """The scheme of the first alternative; None for an operation that is open to everybody."""
    return next((scheme for alternative in operation.definition.raw.get("security", []) for scheme in alternative), None)


def is_personal(operation) -> bool:
    return operation.definition.raw["operationId"] == "updateAccount"


def cache_key(case, context) -> str:
    """One operation ends the lease that it is called with: each has a lease of its own."""
    scheme = scheme_of(context.operation) or "none"
    return f"{scheme} {context.operation.label}" if scheme == "leaseToken" or is_personal(context.operation) else scheme


@schemathesis.auth(cache_by_key=cache_key)
class Credential:
    def get(self, case, context):
        scheme = scheme_of(context.operation)
        if is_personal(context.operation):
            return join()
        return None if scheme is None else MAKERS[scheme]()

    def set(self, case, held, context):
        if held is None:
            return
        if scheme_of(context.operation) == "fileSignature":
            case.query = {**(case.query or {}), "signature": held.token}
            # A signature holds for its own moment; any other moment stays the negative case that it is.
            if str(case.query.get("expires")) == str(first("address_expires")):
                case.query = {**case.query, "expires": held.expires}
        elif scheme_of(context.operation) == "githubSignature":
            case.headers = {**(case.headers or {}), SIGNATURE: UNSIGNED}
        elif scheme_of(context.operation) == "browserToken":
            case.headers = {**(case.headers or {}), "X-Auth-Token": held.token}
        else:
            case.headers = {**(case.headers or {}), "Authorization": f"Bearer {held.token}"}
        # A lease's token opens that lease alone; an id of another type stays the negative case that it is.
        if held.lease_id is not None and isinstance(case.path_parameters.get("lease_id"), int):
            case.path_parameters = {**case.path_parameters, "lease_id": held.lease_id}


def uncommon(password: str) -> str:
    """As long, and on no block list: that a password is on one, no schema can say."""
    return (PHRASE * (len(password) // len(PHRASE) + 1))[: len(password)]


def claim(body: dict) -> dict:
    """Runs to claim on every platform; a worker that takes none of their types need not wait for long."""
    for platform in ("linux", "windows"):
        queue_run(platform)
    takes_files = all("file" in body.get(types, ["file"]) for types in ("input_types", "output_types"))
    return {} if takes_files else {"wait_ms": min(body.get("wait_ms", 0), 50)}


def about_planned(line: dict) -> dict:
    """That a test was planned by the leased run, no schema can say."""
    return {**line, "regression_test_id": first("regression_test_id")} if "regression_test_id" in line else line


def body_of(operation_id: str, body: dict) -> dict:
    """Members that have to refer to something, or to be no common word, in place of those that only look right."""
    if operation_id == "createToken":
        return ACCOUNT
    if operation_id == "createUser":
        return {"password": uncommon(body["password"])}
    if operation_id == "completePasswordReset":
        return {**mailed_link(), "password": uncommon(body["password"])}
    if operation_id == "completeGithubLink":
        return {"confirmation": confirmation()}
    if operation_id == "updateAccount":
        secret = {"new_password": PHRASE} if "new_password" in body else {}
        change = {} if body.keys() - {"current_password"} else {"name": f"judge-{uuid.uuid4().hex}"}
        return {"current_password": PHRASE, **secret, **change}
    if operation_id == "createDomain":
        return {"admin_password": uncommon(body["admin_password"])}
    if operation_id == "createVariant":
        return {"hash": next(PRODUCED)}
    if operation_id == "approveBaselines":
        output = {"regression_test_id": first("regression_test_id"), "output_id": first("output_id")}
        return {"outputs": [{**body["outputs"][0], **output}]}
    if operation_id == "appendLogLines":
        return {"lines": [about_planned(line) for line in body["lines"]]}
    if operation_id == "claimRun":
        return claim(body)
    if operation_id == "receiveGithubEvent":
        return {"repository": {"full_name": first("repository")}}
    if operation_id == "createSession":
        return {"x-auth-token": log_in().token}
    if operation_id in ("createSite", "updateSite"):
        return {**new_site(), **external_ids(body), "repository_id": first("repository_id")}
    if operation_id == "createRun" and "preflight_job_id" in body:
        return {"preflight_job_id": FIXABLE.passed()}
    if operation_id == "createPreflightJob":
        return own_pages()
    if operation_id == "createPreflightFixes":
        return {"fixes": [FIXABLE.choice()]}
    if operation_id == "createPromiseToken":
        return {"site_id": spare_site()}
    if operation_id in ("exchangePromiseToken", "invalidatePromiseToken"):
        return {"promise_token": promise_token()}
    if operation_id == "createQueuedSample":
        return {"file": Binary(f"judged {uuid.uuid4()}".encode())}
    return {}


def spare_test() -> int:
    """Deleted by the request that it is made for, as what else is spare."""
    body = {"sample_id": first("sample_id"), "command": "--spare", "categories": ["captions"], "outputs": []}
    return post("regression-tests", body, log_in().token)["regression_test_id"]


def spare_output(operation_id: str) -> dict:
    test = spare_test()
    if operation_id == "createExpectedOutput":
        return {"regression_test_id": test}
    body = {"expected_filename": "spare.txt"}
    return {"regression_test_id": test, "output_id": post(f"regression-tests/{test}/outputs", body, log_in().token)["id"]}


def spare_approval() -> int:
    test = spare_test()
    body = {"expected_filename": "spare.txt", "expected": {"content": "spare"}}
    post(f"regression-tests/{test}/outputs", body, log_in().token)
    return call("GET", f"regression-tests/{test}/baseline-approvals", token=log_in().token)["data"][0]["approval_id"]


def spare_category() -> int:
    return post("categories", {"name": f"spare-{uuid.uuid4().hex}"}, log_in().token)["id"]


def spare_repository() -> int:
    return post("repositories", {"repository": f"spare/{uuid.uuid4().hex}"}, log_in().token)["repository_id"]


def spare_version() -> int:
    body = {"repository": first("repository"), "version": uuid.uuid4().hex[:10], "released": "2021-12-15"}
    return post("versions", {**body, "commit_sha": "0" * 40}, log_in().token)["version_id"]


def new_site() -> dict:
    """Hosts that no other site has."""
    return {"base_url": f"https://{uuid.uuid4().hex}.example.org", "author_url": None, "fix_endpoint": None, "preview_hosts": []}


def external_ids(body: dict) -> dict:
    """Both or neither."""
    given = body.get("external_owner_id") is not None and body.get("external_site_id") is not None
    return {"external_owner_id": uuid.uuid4().hex if given else None, "external_site_id": "judged" if given else None}


def spare_site() -> int:
    return post("sites", {"name": "spare", "delivery_type": "other", **new_site()}, log_in().token)["site_id"]


def promise_token() -> str:
    return post("auth/promise-tokens", {"site_id": spare_site()}, log_in().token)["promise_token"]


def own_pages() -> dict:
    """Of the site that the server itself is."""
    token = log_in().token
    known = call("GET", f"sites?url={URL}", token=token)["data"]
    site = known[0] if known else post("sites", {"name": "own", "delivery_type": "other", "base_url": URL}, token)
    return {"urls": [f"{URL}/livez"], "step": "identify", "site_id": site["site_id"], "run_id": first("run_id")}


class Page(BaseHTTPRequestHandler):
    """An h1 and no title, so that a title is suggested; what is posted is taken."""

    def do_HEAD(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()

    def do_GET(self) -> None:
        self.do_HEAD()
        self.wfile.write(b"<h1>Roses for every garden</h1>")

    do_POST = do_HEAD

    def log_message(self, *_) -> None:
        pass


class Fixable:
    """A site with a completed job that suggests something, and one that passed, made when it is first needed."""

    job_id: str | None = None
    passed_id: str | None = None
    url: str | None = None

    def begin(self) -> None:
        server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        origin = f"http://localhost:{server.server_port}"
        token = log_in().token
        site = {"name": "fixable", "delivery_type": "other", "base_url": origin, "fix_endpoint": f"{origin}/fixes"}
        site_id = post("sites", site, token)["site_id"]
        self.url = f"{origin}/docs"
        self.job_id = self.completed(token)
        call("PATCH", f"sites/{site_id}", {"enabled_checks": ["h1-count"]}, token)
        self.passed_id = self.completed(token)

    def completed(self, token: str) -> str:
        job_id = post("preflight/jobs", {"urls": [self.url], "step": "suggest"}, token)["job_id"]
        while call("GET", f"preflight/jobs/{job_id}", token=token)["status"] == "in_progress":
            time.sleep(0.1)
        return job_id

    def job(self) -> str:
        if self.job_id is None:
            self.begin()
        return self.job_id

    def passed(self) -> str:
        self.job()
        return self.passed_id

    def choice(self) -> dict:
        self.job()
        return {"page_url": self.url, "audit": "metatags", "opportunity_index": 0}

    def delivery(self) -> dict:
        body = {"fixes": [self.choice()]}
        return {"job_id": self.job(), "fix_id": post(f"preflight/jobs/{self.job()}/fixes", body, log_in().token)["fix_id"]}


FIXABLE = Fixable()


def spare_job() -> str:
    return post("preflight/jobs", own_pages(), log_in().token)["job_id"]


def spare_blocked_user() -> int:
    body = {"user_id": uuid.uuid4().int % 2**47 + 1, "comment": "spare"}
    return post("system/blocked-users", body, log_in().token)["user_id"]


def spare_extension() -> str:
    return post("system/forbidden-extensions", {"extension": uuid.uuid4().hex}, log_in().token)["extension"]


def spare_queued() -> int:
    headers = {"Authorization": f"Bearer {log_in().token}"}
    files = {"file": ("spare", f"spare {uuid.uuid4()}")}
    answer = requests.post(f"{URL}/api/v1/samples/upload", files=files, headers=headers, timeout=30)
    answer.raise_for_status()
    return answer.json()["id"]


def spare_sample() -> int:
    path = f"queued-samples/{spare_queued()}/finalize"
    return post(path, {"version": "1", "platform": "linux"}, log_in().token)["sample_id"]


def spare_extra() -> dict:
    sample_id = first("sample_id")
    linked = post(f"queued-samples/{spare_queued()}/link", {"sample_id": sample_id}, log_in().token)
    return {"sample_id": sample_id, "extra_id": linked["id"]}


def digest_of(body) -> str:
    """Of the bytes of an upload; an example is text, an upload left out is empty."""
    content = body.data if isinstance(body, Binary) else body.encode() if isinstance(body, str) else b""
    return hashlib.sha256(content).hexdigest()


def path_of(operation_id: str, body) -> dict:
    if operation_id == "deleteRegressionTest":
        return {"regression_test_id": spare_test()}
    if operation_id in ("createExpectedOutput", "updateExpectedOutput", "deleteExpectedOutput"):
        return spare_output(operation_id)
    if operation_id in ("createSession", "deleteSession", "getSignInPage", "getDashboard", "getDomainHome"):
        return {"domain": "default"}
    if operation_id == "getStatusBadge":
        owner, name = first("repository").split("/")
        return {"domain": "default", "repository_owner": owner, "repository_name": name}
    if operation_id == "updateRepository":
        return {"repository_id": spare_repository()}
    if operation_id == "undoApproval":
        return {"approval_id": spare_approval()}
    if operation_id == "deleteCategory":
        return {"category_id": spare_category()}
    if operation_id == "deleteVersion":
        return {"version_id": spare_version()}
    if operation_id in ("createPreflightFixes", "listPreflightFixes"):
        return {"job_id": FIXABLE.job()}
    if operation_id == "getPreflightFixes":
        return FIXABLE.delivery()
    if operation_id in ("getPreflightJob", "cancelPreflightJob", "getPreflightComparison"):
        return {"job_id": spare_job()}
    if operation_id == "getPreflightPage":
        return {"domain": "default", "job_id": spare_job()}
    if operation_id in ("getSite", "updateSite", "deleteSite"):
        return {"site_id": spare_site()}
    if operation_id == "deleteBlockedUser":
        return {"user_id": spare_blocked_user()}
    if operation_id == "deleteForbiddenExtension":
        return {"extension": spare_extension()}
    if operation_id in ("updateSample", "deleteSample"):
        return {"sample_id": spare_sample()}
    if operation_id in ("getExtraFileDownload", "deleteExtraFile"):
        return spare_extra()
    if operation_id in ("getQueuedSample", "deleteQueuedSample", "finalizeQueuedSample", "linkQueuedSample"):
        return {"queued_id": spare_queued()}
    if operation_id == "putLeaseOutput":
        return {"sha256": digest_of(body)}
    if operation_id == "listSampleResults":
        return {"sample_id": first("sample_id")}
    if operation_id == "getMediaInfoDownload":
        return {"sample_id": first("told_sample_id")}
    if operation_id in ("getExpectedOutput", "getActualOutput", "getOutputDiff"):
        return {
            "run_id": first("different_run_id"),
            "sample_id": first("sample_id"),
            "regression_id": first("regression_test_id"),
            "output_id": first("output_id"),
        }
    return {}


def in_order(query: dict) -> dict:
    """Two moments, the earlier first: that they are in the wrong order, no schema can say."""
    after, before = query.get("created_after"), query.get("created_before")
    if after is None or before is None or datetime.fromisoformat(after) <= datetime.fromisoformat(before):
        return {}
    return {"created_after": before, "created_before": after}


def query_of(operation_id: str, query: dict, body) -> dict:
    if operation_id in ("listRuns", "listSampleResults"):
        own = {name: first(name) for name in ("regression_test_id", "ccx_version") if name in query}
        return {**in_order(query), **own}
    if operation_id == "followRunLogs":
        return {"wait_ms": 0}
    if operation_id in ("getDashboard", "getDomainHome", "getPreflightPage"):
        known = {"x-auth-token": log_in().token, "project_id": first("repository_id"), "domain_id": "default"}
        return {name: value for name, value in known.items() if name in query}
    if operation_id != "createBuild":
        return {}
    digest = {"sha256": digest_of(body)} if "sha256" in query else {}
    return {"repository": first("repository"), "commit_sha": next(COMMITS), **digest}


def without_global_region(values):
    """None stands behind this server: whoever asks for it is told so, by 503."""
    asks = ("true", "1", "yes", "on")
    named = [name for name in values or {} if name.lower() in ("global", "x-global-region")]
    for name in named:
        if str(values[name]).strip().lower() in asks:
            values[name] = "off"


@schemathesis.hook
def before_call(context, case, kwargs):
    """Only what is meant to be accepted; the requests that are meant to be refused stay as they are."""
    without_global_region(case.query)
    without_global_region(case.headers)
    if (case.headers or {}).get(SIGNATURE) == UNSIGNED:
        kwargs["auth"] = sign
    if case.meta is None or case.meta.generation.mode != GenerationMode.POSITIVE:
        return
    operation_id = case.operation.definition.raw["operationId"]
    if isinstance(case.body, dict):
        case.body = {**case.body, **body_of(operation_id, case.body)}
    case.path_parameters = {**(case.path_parameters or {}), **path_of(operation_id, case.body)}
    if operation_id == "getGithubConfirmation":
        # Whatever GitHub says in place of a code, no request with it succeeds.
        case.query = returned_from_github(log_in().token)
        return
    query = case.query or {}
    case.query = {**query, **query_of(operation_id, query, case.body)}


EVENT = {
    "type": "object",
    "required": ["event", "data"],
    "properties": {
        "id": {"type": "string", "pattern": "^[0-9]+$"},
        "event": {"enum": ["line", "end"]},
        "data": {"type": "string"},
    },
}


@schemathesis.hook
def before_load_schema(context, raw_schema):
    """Before OpenAPI 3.2 Schemathesis takes what describes a stream, which is a text, for what describes each event."""
    content = raw_schema["paths"]["/api/v1/runs/{run_id}/log-stream"]["get"]["responses"]["200"]["content"]
    content["text/event-stream"]["schema"] = EVENT


@schemathesis.deserializer(*YAML_MEDIA_TYPES)
def text_of(context, response):
    """The description describes its YAML form as text, not as what the text holds."""
    return response.content.decode("utf-8")
