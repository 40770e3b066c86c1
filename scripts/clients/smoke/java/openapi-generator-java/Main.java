import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.*;
import org.openapitools.client.model.*;

public final class Main implements Scenario.SmokeClient {
    private final ApiClient client = new ApiClient();
    private String bearer;
    private final TokensApi tokens;
    private final AccountsApi accounts;
    private final RepositoriesApi repositories;
    private final SamplesApi samples;
    private final RegressionTestsApi tests;
    private final RunsApi runs;
    private final QueueApi queue;

    private Main() {
        client.updateBaseUri(Scenario.URL);
        client.setRequestInterceptor(request -> {
            if (bearer != null) request.header("Authorization", "Bearer " + bearer);
        });
        tokens = new TokensApi(client);
        accounts = new AccountsApi(client);
        repositories = new RepositoriesApi(client);
        samples = new SamplesApi(client);
        tests = new RegressionTestsApi(client);
        runs = new RunsApi(client);
        queue = new QueueApi(client);
    }

    private <T> T told(Callable<T> call) throws Exception {
        try {
            return call.call();
        } catch (ApiException error) {
            Class<org.openapitools.client.model.Error> type = org.openapitools.client.model.Error.class;
            ErrorCode code = client.getObjectMapper().readValue(error.getResponseBody(), type).getCode();
            throw new Scenario.Refused(code.getValue());
        }
    }

    public String createToken() throws Exception {
        Set<Scope> scopes = new LinkedHashSet<>(Scenario.SCOPES.stream().map(Scope::fromValue).toList());
        TokenCreateRequest login = new TokenCreateRequest()
            .email(Scenario.EMAIL).password(Scenario.PASSWORD).tokenName("smoke").scopes(scopes);
        return tokens.createToken(login).getToken();
    }

    public void useToken(String token) {
        bearer = token;
    }

    public String getCurrentUser() throws Exception {
        return told(() -> accounts.getCurrentUser().getEmail());
    }

    public String createRepository(String repository) throws Exception {
        return repositories.createRepository(new RepositoryCreateRequest().repository(repository)).getRepository();
    }

    public List<String> listRepositories() throws Exception {
        RepositoryPage page =
            repositories.listRepositories(RepositoriesApi.APIListRepositoriesRequest.newBuilder().build());
        return page.getData().stream().map(Repository::getRepository).toList();
    }

    public String createCategory(String name) throws Exception {
        return tests.createCategory(new CategoryCreateRequest().name(name)).getName();
    }

    public List<String> listCategories() throws Exception {
        CategoryPage page = tests.listCategories(RegressionTestsApi.APIListCategoriesRequest.newBuilder().build());
        return page.getData().stream().map(Category::getName).toList();
    }

    public OptionalLong createSample(String filename, String content) {
        return OptionalLong.empty();
    }

    public String getSample(long sampleId) throws Exception {
        return samples.getSample((int) sampleId).getOriginalName();
    }

    public long createRegressionTest(long sampleId, String command, String category) throws Exception {
        return tests.createRegressionTest(new RegressionTestCreateRequest()
            .sampleId((int) sampleId).command(command).addCategoriesItem(category).active(true)
        ).getRegressionTestId();
    }

    public Scenario.TestPage listRegressionTests(long offset) throws Exception {
        RegressionTestPage page = tests.listRegressionTests(
            RegressionTestsApi.APIListRegressionTestsRequest.newBuilder().limit(1).offset((int) offset).build()
        );
        List<Long> ids = page.getData().stream().map(test -> (long) test.getRegressionTestId()).toList();
        Integer next = page.getPagination().getNextOffset();
        return new Scenario.TestPage(ids, page.getPagination().getTotal(), next == null ? null : next.longValue());
    }

    public long createRun() throws Exception {
        RunCreateRequest run = new RunCreateRequest()
            .repository(Scenario.REPOSITORY).commitSha(Scenario.COMMIT).platform(Platform.LINUX);
        return runs.createRun(RunsApi.APICreateRunRequest.newBuilder().runCreateRequest(run).build()).getRunId();
    }

    public String getRun(long runId) throws Exception {
        return told(() -> runs.getRun((int) runId).getStatus().getValue());
    }

    public List<Long> listRuns() throws Exception {
        RunPage page = runs.listRuns(RunsApi.APIListRunsRequest.newBuilder().build());
        return page.getData().stream().map(run -> (long) run.getRunId()).toList();
    }

    public List<Long> getQueue() throws Exception {
        QueueJobPage page = queue.getQueue(QueueApi.APIGetQueueRequest.newBuilder().build());
        return page.getData().stream().map(job -> (long) job.getRunId()).toList();
    }

    public void listUsers() throws Exception {
        told(() -> accounts.listUsers(AccountsApi.APIListUsersRequest.newBuilder().build()));
    }

    public String getSampleDownload(long sampleId) throws Exception {
        return samples.getSampleDownload((int) sampleId).getDownloadUrl().toString();
    }

    public void revokeCurrentToken() throws Exception {
        tokens.revokeCurrentToken();
    }

    public static void main(String[] words) throws Exception {
        Scenario.run(new Main());
    }
}
