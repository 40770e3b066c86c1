//! The twenty calls of a smoke run. Each prints a line that the matrix counts. The generated parameters have neither
//! defaults nor builders, so that a parameter added to a list is named here, too.

use openapi::apis::configuration::Configuration;
use openapi::apis::Error;
use openapi::apis::{
    accounts_api, queue_api, regression_tests_api, repositories_api, runs_api, samples_api, tokens_api,
};
use openapi::models::{self, Platform, RunStatus, Scope};
use reqwest::header::{HeaderMap, HeaderValue, CONTENT_TYPE};
use std::error::Error as Failure;

const CONTENT: &str = "what a generated client uploads\n";

fn given(name: &str) -> String {
    std::env::var(name).unwrap_or_default()
}

fn step(name: &str, holds: bool) -> Result<(), Box<dyn Failure>> {
    if !holds {
        return Err(format!("{name} does not hold").into());
    }
    println!("ok {name}");
    Ok(())
}

/// Holds when the answer is a refusal with this code.
fn refused<Value, Kind>(name: &str, code: &str, answer: Result<Value, Error<Kind>>) -> Result<(), Box<dyn Failure>> {
    match answer {
        Err(Error::ResponseError(told)) => {
            let refusal: models::Error = serde_json::from_str(&told.content)?;
            step(name, refusal.code.to_string() == code)
        }
        _ => Err(format!("{name} was not refused").into()),
    }
}

/// The generated upload names no content type.
fn sending_bytes(api: &Configuration) -> Result<Configuration, reqwest::Error> {
    let octets = HeaderValue::from_static("application/octet-stream");
    let headers = HeaderMap::from_iter([(CONTENT_TYPE, octets)]);
    let client = reqwest::Client::builder().default_headers(headers).build()?;
    Ok(Configuration { client, ..api.clone() })
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Failure>> {
    let mut api = Configuration {
        base_path: given("SPCI_URL"),
        ..Configuration::default()
    };
    let email = given("SPCI_EMAIL");

    let mut login = models::TokenCreateRequest::new(email.clone(), given("SPCI_PASSWORD"), "smoke".into());
    login.scopes = Some(vec![
        Scope::RunsColonRead,
        Scope::RunsColonWrite,
        Scope::ResultsColonRead,
        Scope::SystemColonRead,
        Scope::SystemColonWrite,
    ]);
    let request = tokens_api::CreateTokenParams {
        token_create_request: login,
    };
    let token = tokens_api::create_token(&api, request).await?.token;
    step("createToken", token.starts_with("spci_"))?;
    api.bearer_access_token = Some(token);
    step(
        "getCurrentUser",
        accounts_api::get_current_user(&api).await?.email == email,
    )?;

    let repository = models::RepositoryCreateRequest::new("smoke/tool".into());
    let request = repositories_api::CreateRepositoryParams {
        repository_create_request: repository,
    };
    step(
        "createRepository",
        repositories_api::create_repository(&api, request).await?.repository == "smoke/tool",
    )?;
    let request = repositories_api::ListRepositoriesParams {
        limit: None,
        offset: None,
    };
    let page = repositories_api::list_repositories(&api, request).await?;
    step(
        "listRepositories",
        page.data.iter().any(|each| each.repository == "smoke/tool"),
    )?;

    let category = models::CategoryCreateRequest::new("smoke".into());
    let request = regression_tests_api::CreateCategoryParams {
        category_create_request: category,
    };
    step(
        "createCategory",
        regression_tests_api::create_category(&api, request).await?.name == "smoke",
    )?;
    let request = regression_tests_api::ListCategoriesParams {
        limit: None,
        offset: None,
    };
    let page = regression_tests_api::list_categories(&api, request).await?;
    step("listCategories", page.data.iter().any(|each| each.name == "smoke"))?;

    std::fs::write("smoke.txt", CONTENT)?;
    let request = samples_api::CreateSampleParams {
        filename: "smoke.txt".into(),
        body: "smoke.txt".into(),
        sha256: None,
        tags: None,
    };
    let sample_id = samples_api::create_sample(&sending_bytes(&api)?, request)
        .await?
        .sample_id;
    step("createSample", sample_id > 0)?;
    let request = samples_api::GetSampleParams { sample_id };
    step(
        "getSample",
        samples_api::get_sample(&api, request).await?.original_name == "smoke.txt",
    )?;

    let mut test = models::RegressionTestCreateRequest::new(sample_id, "smoke".into(), vec!["smoke".into()]);
    test.active = Some(true);
    let request = regression_tests_api::CreateRegressionTestParams {
        regression_test_create_request: test,
    };
    let test_id = regression_tests_api::create_regression_test(&api, request)
        .await?
        .regression_test_id;
    step("createRegressionTest", test_id > 0)?;
    let request = regression_tests_api::ListRegressionTestsParams {
        limit: Some(1),
        offset: None,
        active: None,
        category: None,
        tag: None,
        sample_id: None,
    };
    let first = regression_tests_api::list_regression_tests(&api, request).await?;
    step("firstPage", first.pagination.total == 2)?;
    let next = first.pagination.next_offset.unwrap_or_default();
    let request = regression_tests_api::ListRegressionTestsParams {
        limit: Some(1),
        offset: Some(next),
        active: None,
        category: None,
        tag: None,
        sample_id: None,
    };
    let second = regression_tests_api::list_regression_tests(&api, request).await?;
    let mut both = first.data.iter().chain(second.data.iter());
    let found = both.any(|each| each.regression_test_id == test_id);
    step("secondPage", second.pagination.next_offset.is_none() && found)?;

    let run = models::RunCreateRequest::new(given("SPCI_REPOSITORY"), given("SPCI_COMMIT"), Platform::Linux);
    let request = runs_api::CreateRunParams {
        run_create_request: run,
        idempotency_key: None,
    };
    let run_id = runs_api::create_run(&api, request).await?.run_id;
    step("createRun", run_id > 0)?;
    let request = runs_api::GetRunParams { run_id };
    step(
        "getRun",
        runs_api::get_run(&api, request).await?.status == RunStatus::Queued,
    )?;
    let page = runs_api::list_runs(
        &api,
        runs_api::ListRunsParams {
            limit: None,
            offset: None,
            status: None,
            branch: None,
            commit_sha: None,
            repository: None,
            ccx_version: None,
            platform: None,
            created_after: None,
            created_before: None,
            sort: None,
        },
    )
    .await?;
    step("listRuns", page.data.iter().any(|each| each.run_id == run_id))?;
    let page = queue_api::get_queue(
        &api,
        queue_api::GetQueueParams {
            limit: None,
            offset: None,
            platform: None,
            status: None,
        },
    )
    .await?;
    step("getQueue", page.data.iter().any(|each| each.run_id == run_id))?;

    let request = runs_api::GetRunParams { run_id: 2_000_000_000 };
    refused("notFound", "not_found", runs_api::get_run(&api, request).await)?;
    let request = accounts_api::ListUsersParams {
        limit: None,
        offset: None,
    };
    refused("forbidden", "forbidden", accounts_api::list_users(&api, request).await)?;

    let request = samples_api::GetSampleDownloadParams { sample_id };
    let address = samples_api::get_sample_download(&api, request).await?.download_url;
    let content = reqwest::get(address).await?.text().await?;
    step("downloadSample", content == CONTENT)?;
    tokens_api::revoke_current_token(&api).await?;
    step("revokeCurrentToken", true)?;
    refused(
        "unauthorized",
        "unauthorized",
        accounts_api::get_current_user(&api).await,
    )
}
