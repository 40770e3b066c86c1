import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** The twenty calls of a smoke run, made through one generated client. Each prints a line that the matrix counts. */
final class Scenario {
    static final String URL = System.getenv("SPCI_URL");
    static final String EMAIL = System.getenv("SPCI_EMAIL");
    static final String PASSWORD = System.getenv("SPCI_PASSWORD");
    static final String REPOSITORY = System.getenv("SPCI_REPOSITORY");
    static final String COMMIT = System.getenv("SPCI_COMMIT");
    static final List<String> SCOPES =
        List.of("runs:read", "runs:write", "results:read", "system:read", "system:write");
    private static final String CONTENT = "what a generated client uploads\n";

    /** One page of regression tests; next is null on the last. */
    record TestPage(List<Long> ids, long total, Long next) {}

    /** A refusal, by its code as the client gives it. */
    static final class Refused extends Exception {
        Refused(String code) {
            super(code);
        }
    }

    interface SmokeClient {
        String createToken() throws Exception;
        void useToken(String token) throws Exception;
        String getCurrentUser() throws Exception;
        String createRepository(String repository) throws Exception;
        List<String> listRepositories() throws Exception;
        String createCategory(String name) throws Exception;
        List<String> listCategories() throws Exception;
        /** Empty when the generator sends no bytes: the sample that is there is used instead. */
        OptionalLong createSample(String filename, String content) throws Exception;
        String getSample(long sampleId) throws Exception;
        long createRegressionTest(long sampleId, String command, String category) throws Exception;
        TestPage listRegressionTests(long offset) throws Exception;
        long createRun() throws Exception;
        String getRun(long runId) throws Exception;
        List<Long> listRuns() throws Exception;
        List<Long> getQueue() throws Exception;
        void listUsers() throws Exception;
        String getSampleDownload(long sampleId) throws Exception;
        void revokeCurrentToken() throws Exception;
    }

    private static <T> T step(String name, T value, Predicate<T> check) {
        if (!check.test(value)) throw new AssertionError(name + ": " + value);
        System.out.println("ok " + name);
        return value;
    }

    private static void refused(String name, String code, Callable<?> call) throws Exception {
        try {
            call.call();
        } catch (Refused refusal) {
            step(name, refusal.getMessage(), code::equals);
            return;
        }
        throw new AssertionError(name + " was answered");
    }

    private static String download(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    static void run(SmokeClient client) throws Exception {
        client.useToken(step("createToken", client.createToken(), token -> token.startsWith("spci_")));
        step("getCurrentUser", client.getCurrentUser(), EMAIL::equals);
        step("createRepository", client.createRepository("smoke/tool"), "smoke/tool"::equals);
        step("listRepositories", client.listRepositories(), names -> names.contains("smoke/tool"));
        step("createCategory", client.createCategory("smoke"), "smoke"::equals);
        step("listCategories", client.listCategories(), names -> names.contains("smoke"));
        OptionalLong uploaded = client.createSample("smoke.txt", CONTENT);
        boolean own = uploaded.isPresent();
        long sample = own
            ? step("createSample", uploaded.getAsLong(), id -> id > 0)
            : Long.parseLong(System.getenv("SPCI_SAMPLE_ID"));
        step("getSample", client.getSample(sample), (own ? "smoke.txt" : "prepared.txt")::equals);
        long test = step("createRegressionTest", client.createRegressionTest(sample, "smoke", "smoke"), id -> id > 0);
        TestPage first = step("firstPage", client.listRegressionTests(0), page -> page.total() == 2);
        step("secondPage", client.listRegressionTests(first.next()), page ->
            page.next() == null && (first.ids().contains(test) || page.ids().contains(test)));
        long run = step("createRun", client.createRun(), id -> id > 0);
        step("getRun", client.getRun(run), "queued"::equals);
        step("listRuns", client.listRuns(), ids -> ids.contains(run));
        step("getQueue", client.getQueue(), ids -> ids.contains(run));
        refused("notFound", "not_found", () -> client.getRun(2_000_000_000));
        refused("forbidden", "forbidden", () -> {
            client.listUsers();
            return null;
        });
        step("downloadSample", download(client.getSampleDownload(sample)), (own ? CONTENT : "prepared\n")::equals);
        client.revokeCurrentToken();
        step("revokeCurrentToken", true, done -> done);
        refused("unauthorized", "unauthorized", client::getCurrentUser);
    }
}
