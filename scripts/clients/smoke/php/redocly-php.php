<?php

declare(strict_types=1);

require __DIR__ . '/client/client.php';

use Spci\ApiError;
use Spci\CategoryCreateRequest;
use Spci\Client;
use Spci\Config;
use Spci\Platform;
use Spci\RegressionTestCreateRequest;
use Spci\RepositoryCreateRequest;
use Spci\RunCreateRequest;
use Spci\Scope;
use Spci\TokenCreateRequest;

const CONTENT = "what a generated client uploads\n";

function given(string $name): string
{
    return (string) getenv($name);
}

/** Prints a line that the matrix counts. */
function step(string $name, bool $holds): void
{
    if (!$holds) {
        fwrite(STDERR, "{$name} does not hold\n");
        exit(1);
    }
    echo "ok {$name}\n";
}

function refused(string $name, string $code, callable $call): void
{
    try {
        $call();
        step($name, false);
    } catch (ApiError $error) {
        step($name, Spci\Error2::fromArray($error->body)->code->value === $code);
    }
}

$api = new Client(new Config(serverUrl: given('SPCI_URL')));
$scopes = [Scope::RunsRead, Scope::RunsWrite, Scope::ResultsRead, Scope::SystemRead, Scope::SystemWrite];
$login = new TokenCreateRequest(
    email: given('SPCI_EMAIL'),
    password: given('SPCI_PASSWORD'),
    tokenName: 'smoke',
    scopes: $scopes,
);
$token = $api->createToken($login)->token;
step('createToken', str_starts_with($token, 'spci_'));
$api = new Client(new Config(serverUrl: given('SPCI_URL'), auth: ['bearer' => $token]));
step('getCurrentUser', $api->getCurrentUser()->email === given('SPCI_EMAIL'));
$made = $api->createRepository(new RepositoryCreateRequest(repository: 'smoke/tool'));
step('createRepository', $made->repository === 'smoke/tool');
step('listRepositories', in_array('smoke/tool', array_column($api->listRepositories()->data, 'repository'), true));
step('createCategory', $api->createCategory(new CategoryCreateRequest(name: 'smoke'))->name === 'smoke');
step('listCategories', in_array('smoke', array_column($api->listCategories()->data, 'name'), true));
$sample = $api->createSample(CONTENT, filename: 'smoke.txt')->sampleId;
step('createSample', $sample > 0);
step('getSample', $api->getSample($sample)->originalName === 'smoke.txt');
$request = new RegressionTestCreateRequest(sampleId: $sample, command: 'smoke', categories: ['smoke'], active: true);
$test = $api->createRegressionTest($request)->regressionTestId;
step('createRegressionTest', $test > 0);
$first = $api->listRegressionTests(limit: 1);
step('firstPage', $first->pagination->total === 2);
$second = $api->listRegressionTests(limit: 1, offset: $first->pagination->nextOffset);
$ids = array_column([...$first->data, ...$second->data], 'regressionTestId');
step('secondPage', $second->pagination->nextOffset === null && in_array($test, $ids, true));
$request = new RunCreateRequest(
    repository: given('SPCI_REPOSITORY'),
    commitSha: given('SPCI_COMMIT'),
    platform: Platform::from('linux'),
);
$run = $api->createRun($request)->runId;
step('createRun', $run > 0);
step('getRun', $api->getRun($run)->status->value === 'queued');
step('listRuns', in_array($run, array_column($api->listRuns()->data, 'runId'), true));
step('getQueue', in_array($run, array_column($api->getQueue()->data, 'runId'), true));
refused('notFound', 'not_found', fn () => $api->getRun(2_000_000_000));
refused('forbidden', 'forbidden', fn () => $api->listUsers());
step('downloadSample', file_get_contents($api->getSampleDownload($sample)->downloadUrl) === CONTENT);
$api->revokeCurrentToken();
step('revokeCurrentToken', true);
refused('unauthorized', 'unauthorized', fn () => $api->getCurrentUser());
