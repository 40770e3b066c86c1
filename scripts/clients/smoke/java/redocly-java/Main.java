import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import spci.Client;

public final class Main implements Scenario.SmokeClient {
    private Client api = new Client(new Client.Config().serverUrl(Scenario.URL));

    private static <T> T told(Callable<T> call) throws Exception {
        try {
            return call.call();
        } catch (Client.ApiException error) {
            throw new Scenario.Refused(((Map<?, ?>) error.body).get("code").toString());
        }
    }

    public String createToken() {
        return api.createToken(Client.TokenCreateRequest.fromJson(Map.of(
            "email", Scenario.EMAIL, "password", Scenario.PASSWORD, "token_name", "smoke", "scopes", Scenario.SCOPES
        ))).token();
    }

    public void useToken(String token) {
        api = new Client(new Client.Config().serverUrl(Scenario.URL).auth(new Client.Auth().bearer(token)));
    }

    public String getCurrentUser() throws Exception {
        return told(() -> api.getCurrentUser().email());
    }

    public String createRepository(String repository) {
        return api.createRepository(Client.RepositoryCreateRequest.fromJson(Map.of("repository", repository))).repository();
    }

    public List<String> listRepositories() {
        return api.listRepositories(null).data2().stream().map(Client.Repository::repository).toList();
    }

    public String createCategory(String name) {
        return api.createCategory(Client.CategoryCreateRequest.fromJson(Map.of("name", name))).name();
    }

    public List<String> listCategories() {
        return api.listCategories(null).data2().stream().map(Client.Category::name).toList();
    }

    public OptionalLong createSample(String filename, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Client.Sample sample = api.createSample(bytes, new Client.CreateSampleParams().filename(filename));
        return OptionalLong.of(sample.sampleId());
    }

    public String getSample(long sampleId) {
        return api.getSample(sampleId).originalName();
    }

    public long createRegressionTest(long sampleId, String command, String category) {
        return api.createRegressionTest(Client.RegressionTestCreateRequest.fromJson(Map.of(
            "sample_id", sampleId, "command", command, "categories", List.of(category), "active", true
        ))).regressionTestId();
    }

    public Scenario.TestPage listRegressionTests(long offset) {
        Client.RegressionTestPage page =
            api.listRegressionTests(new Client.ListRegressionTestsParams().limit(1L).offset(offset));
        List<Long> ids = page.data2().stream().map(Client.RegressionTest::regressionTestId).toList();
        return new Scenario.TestPage(ids, page.pagination().total(), page.pagination().nextOffset());
    }

    public long createRun() {
        return api.createRun(Client.RunCreateRequest.fromJson(Map.of(
            "repository", Scenario.REPOSITORY, "commit_sha", Scenario.COMMIT, "platform", "linux"
        ))).runId();
    }

    public String getRun(long runId) throws Exception {
        return told(() -> api.getRun(runId).status().wire());
    }

    public List<Long> listRuns() {
        return api.listRuns(null).data2().stream().map(Client.Run::runId).toList();
    }

    public List<Long> getQueue() {
        return api.getQueue(null).data2().stream().map(Client.QueueJob::runId).toList();
    }

    public void listUsers() throws Exception {
        told(() -> api.listUsers(null));
    }

    public String getSampleDownload(long sampleId) {
        return api.getSampleDownload(sampleId).downloadUrl();
    }

    public void revokeCurrentToken() {
        api.revokeCurrentToken();
    }

    public static void main(String[] words) throws Exception {
        Scenario.run(new Main());
    }
}
