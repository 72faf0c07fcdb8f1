package ballast.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ballast.journal.IntentState;
import ballast.journal.OperatorAct;
import ballast.strategy.Direction;
import ballast.web.RawHttp.Answer;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each attack that the dashboard withstands, as it would stand on the wire. */
final class DashboardAttackTest {
  private static final List<String> ACTS = List.of("/acts/pause", "/acts/resume", "/acts/resolve");
  private static final String PAUSE =
      "{\"account\":\"main\",\"direction\":\"EARN_TO_FUTURE\",\"reason\":\"maintenance\"}";
  private static final String EVIL = "</script><script>alert(1)</script>";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path directory;

  @SuppressWarnings("NullAway.Init")
  private static DashboardBench bench;

  @BeforeAll
  static void listens() {
    bench = new DashboardBench(directory);
    bench.engine.keep("main");
    bench.engine.looks("main", "2.2", "");
  }

  @AfterAll
  static void stops() {
    bench.close();
  }

  private static String host() {
    return "127.0.0.1:" + port();
  }

  private static int port() {
    return bench.server.port();
  }

  private static Map<String, String> ownPage() {
    return DashboardClient.ownPage(port());
  }

  private static Map<String, String> operator() {
    return DashboardClient.operator(port(), bench.token());
  }

  private static Answer login(Map<String, String> headers, String token) {
    return DashboardClient.login(port(), headers, token);
  }

  private static Answer get(String path, Map<String, String> headers) {
    return DashboardClient.get(port(), path, headers);
  }

  private static Answer post(String path, Map<String, String> headers, String body) {
    return DashboardClient.post(port(), path, headers, body);
  }

  private static void refusesEveryAct(Map<String, String> headers, int status) {
    int acts = bench.acts.size();
    for (String path : ACTS) {
      assertThat(post(path, headers, PAUSE).status()).as(path).isEqualTo(status);
    }
    assertThat(bench.acts).hasSize(acts);
  }

  @Test
  void theOperatorsOwnPageMayAct() {
    assertThat(post("/acts/pause", operator(), PAUSE).status()).isEqualTo(204);
    OperatorAct act = bench.acts.get(bench.acts.size() - 1);
    assertThat(act.kind()).isEqualTo(OperatorAct.Kind.PAUSE);
    assertThat(act.direction()).contains(Direction.EARN_TO_FUTURE);
    assertThat(act.reason()).isEqualTo("maintenance");
  }

  @Test
  void aReboundHostNeitherSeesNorActs() {
    Map<String, String> headers = operator();
    headers.put("Host", "evil.example:" + port());
    headers.put("Origin", "http://evil.example:" + port());
    refusesEveryAct(headers, 421);
    for (String path : List.of("/", "/events", "/session", "/dashboard.js")) {
      Answer answer = get(path, headers);
      assertThat(answer.status()).as(path).isEqualTo(421);
      assertThat(answer.body()).doesNotContain("csrf", "main");
    }
    assertThat(login(headers, bench.token()).status()).isEqualTo(421);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "http://127.0.0.1:1", "null", ""})
  void aPageOfAnotherOriginDoesNotActWithTheOperatorsCookie(String origin) {
    Map<String, String> headers = operator();
    headers.put("Origin", origin);
    refusesEveryAct(headers, 403);
    assertThat(login(headers, bench.token()).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "none"})
  void aRequestThatTheBrowserCallsForeignDoesNotAct(String site) {
    Map<String, String> headers = operator();
    headers.put("Sec-Fetch-Site", site);
    refusesEveryAct(headers, 403);
  }

  @Test
  void whoHasNotShownTheTokenSeesAndDoesNothing() {
    Answer page = get("/", ownPage());
    assertThat(page.body()).contains("Open the dashboard").doesNotContain("csrf");
    Answer events = get("/events", ownPage());
    assertThat(events.status()).isEqualTo(401);
    assertThat(events.body()).doesNotContain("main");
    refusesEveryAct(ownPage(), 401);
    Map<String, String> guessed = operator();
    guessed.put("Cookie", "ballast-" + port() + "=" + "0".repeat(64));
    refusesEveryAct(guessed, 401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "0000000000000000000000000000000000000000000000000000000000000000"})
  void aWrongTokenOpensNothing(String token) {
    Answer answer = login(ownPage(), token);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.head()).doesNotContain("set-cookie");
  }

  @Test
  void theTokenOpensNothingFromTheAddressLine() {
    String path = "/?token=" + bench.token();
    assertThat(get(path, ownPage()).body()).contains("Open the dashboard").doesNotContain("csrf");
    assertThat(RawHttp.get(port(), "/events?token=" + bench.token(), host()).status())
        .isEqualTo(401);
  }

  @Test
  void theCookieIsForThisSiteAndForNoScript() {
    Answer answer = login(ownPage(), bench.token());
    assertThat(answer.head())
        .containsPattern(
            "set-cookie: ballast-[0-9]+=[0-9a-f]{64}; path=/;.*httponly; samesite=strict")
        .doesNotContain(bench.token());
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Ballast-Csrf", "X-Ballast"})
  void withoutItsOwnHeadersTheCookieProvesNothing(String header) {
    Map<String, String> headers = operator();
    headers.remove(header);
    refusesEveryAct(headers, 403);
  }

  @Test
  void theSecretOfAnotherSessionIsNotThisOnes() {
    Map<String, String> headers = operator();
    headers.put("X-Ballast-Csrf", String.valueOf(operator().get("X-Ballast-Csrf")));
    refusesEveryAct(headers, 403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void whatAFormCanSendDoesNotAct(String type) {
    Map<String, String> headers = operator();
    headers.put("Content-Type", type);
    refusesEveryAct(headers, 415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
  void nothingButAPostHasAnEffect(String method) {
    int acts = bench.acts.size();
    for (String path : ACTS) {
      Answer answer =
          RawHttp.send(
              port(),
              method,
              path + "?account=main&direction=EARN_TO_FUTURE",
              DashboardClient.lines(operator()));
      assertThat(answer.status()).as(path).isBetween(400, 405);
      assertThat(answer.head()).doesNotContain("access-control-");
    }
    assertThat(bench.acts).hasSize(acts);
  }

  @Test
  void moneyMovesAgainOnlyAfterThePhraseWasTyped() {
    int acts = bench.acts.size();
    Map<String, String> operator = operator();
    String resume = "{\"account\":\"main\",\"direction\":\"EARN_TO_FUTURE\",\"phrase\":\"resume\"}";
    assertThat(post("/acts/resume", operator, resume).status()).isEqualTo(422);
    String resolve =
        "{\"intent\":\"1\",\"result\":\"applied\",\"reason\":\"seen\",\"phrase\":\"transfer 1 not-applied\"}";
    Answer answer = post("/acts/resolve", operator, resolve);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("transfer 1 applied");
    assertThat(bench.acts).hasSize(acts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"account\":\"main\"}",
        "{\"account\":\"main\",\"direction\":\"SIDEWAYS\"}",
        "{\"account\":\"main\",\"direction\":\"EARN_TO_FUTURE\",\"reason\":\"two\\nlines\"}"
      })
  void whatIsNoActIsRefusedPlainly(String body) {
    int acts = bench.acts.size();
    Answer answer = post("/acts/pause", operator(), body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).hasLineCount(1).doesNotContain("Exception");
    assertThat(bench.acts).hasSize(acts);
  }

  @Test
  void aBodyWithoutEndIsNotRead() {
    String body = "{\"reason\":\"" + "a".repeat(70_000) + "\"}";
    assertThat(post("/acts/pause", operator(), body).status()).isEqualTo(413);
  }

  @Test
  void storedScriptsAreSentAsDataAndNeverAsAPage() throws IOException {
    Path other = Files.createDirectories(directory.resolve("evil"));
    try (DashboardBench evil = new DashboardBench(other)) {
      evil.engine.callEverything(EVIL);
      evil.engine.keep("x" + EVIL);
      evil.pause("x" + EVIL, Optional.of(Direction.FUTURE_TO_EARN), "why " + EVIL);
      evil.engine.moves("x" + EVIL, "said " + EVIL, IntentState.SENDING, IntentState.UNKNOWN);
      evil.engine.skips("x" + EVIL, "UNREACHABLE: " + EVIL);
      int port = evil.server.port();
      Map<String, String> operator = DashboardClient.operator(port, evil.token());

      Answer page = DashboardClient.get(port, "/", operator);
      assertThat(page.body()).contains("csrf").doesNotContain("alert(1)");
      Answer event = DashboardClient.firstEvent(port, operator);
      assertThat(event.head())
          .contains("content-type: text/event-stream", "x-content-type-options: nosniff")
          .contains("default-src 'none'", "frame-ancestors 'none'");
      assertThat(event.body()).startsWith("event: state").contains("said " + EVIL).hasLineCount(3);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/dashboard.js", "/dashboard.css", "/login.js", "/icon.svg", "/session"})
  void noPageMayFrameReadOrGuessAnyOfIt(String path) {
    Answer answer = get(path, operator());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.head())
        .contains("script-src 'self'; style-src 'self'", "frame-ancestors 'none'")
        .contains("base-uri 'none'; form-action 'self'", "x-content-type-options: nosniff")
        .contains("referrer-policy: no-referrer", "cache-control: no-store")
        .doesNotContain("unsafe-inline", "access-control-");
  }

  @Test
  void moreThanAFewPagesAreTurnedAway() throws IOException {
    List<Socket> open = new ArrayList<>();
    Map<String, String> operator = operator();
    try {
      for (int i = 0; i < Watchers.MOST; i++) {
        open.add(RawHttp.open(port(), "/events", DashboardClient.lines(operator)));
      }
      Answer turnedAway = get("/events", operator);
      assertThat(turnedAway.status()).isEqualTo(503);
      assertThat(RawHttp.get(port(), "/health", host()).status())
          .as("health still answers")
          .isEqualTo(200);
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
  }

  @Test
  void pagesThatAreGoneLeaveNoThreadBehind() throws IOException {
    Set<Thread> before = webThreads();
    Path other = Files.createDirectories(directory.resolve("gone"));
    List<Socket> open = new ArrayList<>();
    try (DashboardBench gone = new DashboardBench(other)) {
      int port = gone.server.port();
      Map<String, String> operator = DashboardClient.operator(port, gone.token());
      for (int i = 0; i < 3; i++) {
        open.add(RawHttp.open(port, "/events", DashboardClient.lines(operator)));
      }
      open.get(0).close(); // the others are open when the server closes
    }
    for (Socket socket : open) {
      socket.close();
    }
    await().untilAsserted(() -> assertThat(before).containsAll(webThreads()));
  }

  private static Set<Thread> webThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("web-"))
        .collect(Collectors.toSet());
  }

  @Test
  void theTokenIsItsOwnersAlone() throws IOException {
    Path file = directory.resolve(DashboardToken.FILE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Path open = Files.createDirectories(directory.resolve("open"));
    String first = DashboardToken.in(open);
    assertThat(DashboardToken.in(open)).as("the same at the next start").isEqualTo(first);
    Files.setPosixFilePermissions(
        open.resolve(DashboardToken.FILE), PosixFilePermissions.fromString("rw-r-----"));
    assertThat(DashboardToken.in(open)).as("others could have read it").isNotEqualTo(first);
    assertThat(first).matches("[0-9a-f]{64}");
  }
}
