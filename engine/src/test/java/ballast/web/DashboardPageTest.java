package ballast.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ballast.journal.IntentState;
import ballast.journal.OperatorAct;
import ballast.strategy.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page as a person meets it, in headless Chromium; pictures of it go to target/dashboard. */
final class DashboardPageTest {
  private static final String ENTER = "\uE007";
  private static final int MOST_SCRIPT_BYTES = 250 * 1024;
  private static final Path PICTURES = Path.of("target", "dashboard");
  private static final String EARN_TO_FUTURE = ".ways li:first-child ";

  private static Optional<Browser> installed = Optional.empty();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @SuppressWarnings("NullAway.Init")
  private Browser browser;

  @SuppressWarnings("NullAway.Init")
  private DashboardBench bench;

  @BeforeAll
  static void opensOnce() {
    installed = Browser.start();
  }

  @AfterAll
  static void closes() {
    installed.ifPresent(Browser::close);
  }

  @BeforeEach
  void keepsAnAccount() {
    String absent =
        "chromium and chromedriver are not installed, so the dashboard was opened in no browser:"
            + " apt-get install chromium chromium-driver";
    if (installed.isEmpty()) {
      System.out.println(absent);
    }
    assumeTrue(installed.isPresent(), absent);
    browser = installed.orElseThrow();
    browser.go("about:blank");
    browser.errors();
    browser.resize(1200, 1000);
    browser.prefer("light");
    bench = new DashboardBench(directory);
    bench.engine.keep("main");
  }

  @AfterEach
  void ends() {
    if (bench != null) {
      bench.close();
    }
  }

  private static void until(Callable<Boolean> holds) {
    await().pollInterval(Duration.ofMillis(40)).atMost(Duration.ofSeconds(20)).until(holds);
  }

  private void opens() {
    browser.go(bench.address());
    browser.type("#token", bench.token() + ENTER);
    untilShown("#verdict", "Nothing", "need");
  }

  private void untilShown(String selector, String... anyOf) {
    until(
        () -> {
          String text = browser.text(selector);
          return List.of(anyOf).stream().anyMatch(text::contains);
        });
  }

  private void lives() {
    for (int i = 0; i < 60; i++) {
      bench.engine.looks("main", "2." + (10 + 23 * i % 60), "");
    }
    bench.engine.moves(
        "main",
        "the exchange said success",
        IntentState.SENDING,
        IntentState.CONFIRMED,
        IntentState.SETTLED);
    bench.engine.looks("main", "2.14", "");
  }

  private void hasAHeldTransfer() {
    lives();
    bench.engine.moves(
        "main",
        "Futures 80000 -> 80017.5, Earn 700000.12345678 -> 699000.1",
        IntentState.SENDING,
        IntentState.UNKNOWN,
        IntentState.HELD);
    bench.engine.looks("main", "1.52", "");
  }

  @Test
  void opensQuicklyWithLittleAndWithoutAnError() throws IOException {
    lives();
    opens();
    JsonNode paint =
        browser.run(
            "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1");
    JsonNode loaded =
        browser.run(
            """
            const all = performance.getEntriesByType('resource');
            const scripts = all.filter((one) => one.initiatorType === 'script');
            return {
              bytes: scripts.reduce((sum, one) => sum + one.decodedBodySize, 0),
              count: scripts.length,
              foreign: all.filter((one) => !one.name.startsWith(location.origin)).length,
            };
            """);
    System.out.printf(
        "dashboard: first contentful paint %.0f ms, scripts %d bytes%n",
        paint.asDouble(), loaded.get("bytes").asInt());
    assertThat(loaded.get("count").asInt()).isEqualTo(1);
    assertThat(loaded.get("bytes").asInt()).isBetween(1, MOST_SCRIPT_BYTES);
    assertThat(loaded.get("foreign").asInt()).isZero();
    assertThat(browser.text("#verdict")).startsWith("Nothing is wrong.");
    assertThat(browser.text(".unimmr")).contains("2.14x", "inside the band 1.6x to 3.2x");
    assertThat(browser.has(".chart svg polyline")).isTrue();
    assertThat(browser.errors()).isEmpty();
    browser.picture(PICTURES.resolve("light.png"));
    browser.prefer("dark");
    browser.picture(PICTURES.resolve("dark.png"));
  }

  @Test
  void isUsedOnAPhonesWidth() throws IOException {
    hasAHeldTransfer();
    browser.resize(360, 740);
    opens();
    fits();
    browser.picture(PICTURES.resolve("held-360.png"));
    browser.click(".transfer button");
    fits();
    browser.picture(PICTURES.resolve("resolve-360.png"));
  }

  private void fits() {
    assertThat(browser.run("return document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(360);
    JsonNode outside =
        browser.run(
            """
            return [...document.querySelectorAll('button, input, td, dd, li, p')]
              .filter((node) => node.getClientRects().length > 0)
              .map((node) => [node.outerHTML.slice(0, 80), node.getBoundingClientRect()])
              .filter(([, box]) => box.left < 0 || box.right > 360)
              .map(([html]) => html);
            """);
    assertThat(outside.values()).as("what stands outside").isEmpty();
    JsonNode small =
        browser.run(
            """
            return [...document.querySelectorAll('button')]
              .map((node) => node.getBoundingClientRect())
              .filter((box) => box.height > 0 && box.height < 40).length;
            """);
    assertThat(small.asInt()).as("buttons too small for a thumb").isZero();
  }

  @Test
  void hasNoSeriousFaultOfAccessibility() throws IOException {
    hasAHeldTransfer();
    bench.pause("main", Optional.of(Direction.FUTURE_TO_EARN), "quarter's end");
    browser.go(bench.address());
    untilShown("h1", "Open the dashboard");
    isAccessible("login");
    opens();
    browser.picture(PICTURES.resolve("held.png"));
    isAccessible("held");
    browser.click(".transfer button");
    isAccessible("dialog");
    browser.resize(360, 740);
    isAccessible("dialog at 360 px");
    browser.click("#ask-cancel");
    isAccessible("held at 360 px");
  }

  private void isAccessible(String what) throws IOException {
    browser.run(axe());
    for (String scheme : List.of("light", "dark")) {
      browser.prefer(scheme);
      JsonNode faults =
          browser.runAsync(
              """
              const done = arguments[arguments.length - 1];
              axe.run(document).then((found) => done(found.violations
                .filter((fault) => ['serious', 'critical'].includes(fault.impact))
                .map((fault) => fault.id + ': ' + fault.nodes.map((node) => node.html + ' ' + node.failureSummary).join(' | '))));
              """);
      assertThat(faults.values()).as(what + ", " + scheme).isEmpty();
    }
    browser.prefer("light");
  }

  private static String axe() throws IOException {
    String name = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    try (InputStream in =
        Objects.requireNonNull(DashboardPageTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void showsWhatHappensWithoutBeingLoadedAgain() {
    lives();
    opens();
    browser.run("window.loadedOnce = true");
    bench.engine.looks("main", "2.47", "uniMMR is inside the band, and so it stays");
    untilShown(".unimmr", "2.47x");
    assertThat(browser.text(".episodes tr:first-child")).contains("and so it stays");
    bench.engine.skipsUntilOverdue("main", "UNREACHABLE: connection refused");
    untilShown("#verdict", "One thing needs you.");
    assertThat(browser.text("#concerns"))
        .contains("No decision for three ticks: UNREACHABLE", "move by hand");
    assertThat(browser.run("return window.loadedOnce === true").asBoolean()).isTrue();
  }

  @Test
  void isPausedWithTheKeyboardAlone() throws IOException {
    lives();
    opens();
    browser.run("document.querySelector(arguments[0]).focus()", EARN_TO_FUTURE + "button");
    browser.press(ENTER);
    until(() -> browser.has("#ask[open]"));
    assertThat(browser.text("#ask")).contains("Pause Earn → Futures (rescue) of main?");
    assertThat(bench.acts).isEmpty();
    browser.press("maintenance" + ENTER);
    untilShown(EARN_TO_FUTURE, "paused since");
    assertThat(browser.text(EARN_TO_FUTURE)).contains("maintenance", "Resume …");
    assertThat(browser.has("#ask[open]")).isFalse();
    assertThat(browser.text("#concerns")).contains("No rescue goes out");
    assertThat(bench.acts)
        .containsExactly(
            new OperatorAct(
                "main",
                bench.engine.nowMillis(),
                OperatorAct.Kind.PAUSE,
                Optional.of(Direction.EARN_TO_FUTURE),
                0,
                "maintenance"));
    browser.picture(PICTURES.resolve("paused.png"));
  }

  @Test
  void resumesOnlyAfterThePhraseIsTyped() {
    lives();
    bench.pause("main", Optional.of(Direction.EARN_TO_FUTURE), "maintenance");
    opens();
    browser.click(EARN_TO_FUTURE + "button");
    assertThat(isEnabled("#ask-go")).isFalse();
    browser.type("#ask-phrase", "resume mai");
    assertThat(isEnabled("#ask-go")).isFalse();
    browser.type("#ask-phrase", "n");
    browser.click("#ask-go");
    untilShown(EARN_TO_FUTURE, "allowed");
    assertThat(bench.acts).hasSize(2);
  }

  @Test
  void resolvesOnlyWithResultReasonAndPhrase() throws IOException {
    hasAHeldTransfer();
    opens();
    assertThat(browser.text("#concerns")).contains("is HELD", "then resolve it");
    assertThat(browser.text(".transfer"))
        .contains("Earn before\n700,000.12345678 LDUSDT", "UNKNOWN", "Futures 80000 -> 80017.5");
    browser.click(".transfer button");
    browser.click("#ask-result label:nth-of-type(2)");
    assertThat(browser.text("#ask-wanted")).isEqualTo("transfer 2 not-applied");
    browser.type("#ask-phrase", "transfer 2 applied");
    assertThat(isEnabled("#ask-go")).as("the other result").isFalse();
    browser.run("document.querySelector('#ask-phrase').value = ''");
    browser.type("#ask-phrase", "transfer 2 not-applied");
    browser.click("#ask-go");
    assertThat(browser.has("#ask-reason:invalid")).isTrue();
    assertThat(bench.acts).isEmpty();
    browser.type("#ask-reason", "the exchange's history has no such transfer");
    browser.picture(PICTURES.resolve("resolve.png"));
    browser.click("#ask-go");
    until(() -> !browser.has(".transfer"));
    assertThat(bench.acts.get(0).kind()).isEqualTo(OperatorAct.Kind.RESOLVE_NOT_APPLIED);
    assertThat(bench.acts.get(0).reason()).isEqualTo("the exchange's history has no such transfer");
  }

  private boolean isEnabled(String selector) {
    return browser
        .run("return !document.querySelector(arguments[0]).disabled", selector)
        .asBoolean();
  }

  @Test
  void runsNoScriptWhateverTextIsStored() {
    String evil = "<script>window.broken=1</script><img src=x onerror=\"window.broken=1\">'\"";
    bench.engine.callEverything(evil);
    bench.engine.keep("x" + evil);
    bench.pause("x" + evil, Optional.of(Direction.EARN_TO_FUTURE), "why " + evil);
    bench.engine.looks("x" + evil, "2.2", "held " + evil);
    bench.engine.skips("x" + evil, "UNREACHABLE: " + evil);
    bench.pause("main", Optional.of(Direction.FUTURE_TO_EARN), evil);
    bench.engine.moves(
        "main", "said " + evil, IntentState.SENDING, IntentState.UNKNOWN, IntentState.HELD);
    opens();
    untilShown("#accounts", "HELD");
    String page = browser.text("body");
    for (String said :
        List.of("x", "why ", "held ", "UNREACHABLE: ", "said ", "every 30s", "target-band")) {
      assertThat(page).contains(said + evil);
    }
    browser.click(".transfer button");
    assertThat(browser.run("return window.broken === undefined").asBoolean()).isTrue();
    assertThat(browser.run("return document.querySelectorAll('body script, img').length").asInt())
        .isZero();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void asksForTheTokenAndForgetsItWhenLoggedOut() {
    browser.go(bench.address());
    browser.type("#token", "0".repeat(64) + ENTER);
    untilShown("#error", "This is not the token.");
    assertThat(browser.has("#verdict")).isFalse();
    opens();
    assertThat(browser.run("return document.cookie").asString()).as("no script reads it").isEmpty();
    assertThat(browser.run("return location.href").asString()).isEqualTo(bench.address());
    browser.click("#logout");
    untilShown("h1", "Open the dashboard");
  }

  @Test
  void saysThatItHasLostTheEngine() {
    lives();
    opens();
    bench.close();
    untilShown("#live", "lost the engine; figures are of");
    assertThat(browser.has("body.stale")).isTrue();
  }
}
