package ballast.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong configurations, each refused in one plain line with the key and the fix. */
final class WrongConfigTest {
  private static final String LIVE_URL = "https://api.binance.com";
  private static final String PAPER_URL = "http://127.0.0.1:18080";
  private static final String LIMITS =
      "limits: { per-transfer: 50000 USDT, per-day: 500000 USDT, min-transfer: 10 USDT,"
          + " min-gap: 5m, max-snapshot-age: 15s }";
  private static final String SECOND =
      """
        - id: second
          api-key: "env:SECOND_KEY"
          secret: "file:secrets/main"
          schedule: "every 30s"
          strategy: hold
      """;

  @TempDir Path temp;
  private ConfigFolder folder;

  /**
   * One wrong configuration.
   *
   * @param expected what the one line must hold: the key and the fix
   */
  private record Wrong(String yaml, List<String> expected) {
    @Override
    public String toString() {
      return String.join(" … ", expected);
    }
  }

  /** The example with one thing replaced. */
  private static Wrong with(String find, String replacement, String... expected) {
    assertThat(ConfigFolder.EXAMPLE).contains(find);
    return new Wrong(ConfigFolder.EXAMPLE.replace(find, replacement), List.of(expected));
  }

  private static Wrong appended(String more, String... expected) {
    return new Wrong(ConfigFolder.EXAMPLE + more, List.of(expected));
  }

  private static Wrong live(String find, String replacement, String... expected) {
    String live =
        ConfigFolder.EXAMPLE.replace("mode: paper", "mode: live").replace(PAPER_URL, LIVE_URL);
    assertThat(live).contains(find);
    return new Wrong(live.replace(find, replacement), List.of(expected));
  }

  static Stream<Wrong> shapes() {
    return Stream.of(
        with("dir:", "dri:", "ballast.yml:2: dri", "did you mean dir?"),
        with("accounts:", "acounts:", "acounts", "did you mean accounts?"),
        with("per-day:", "per-dya:", "accounts[0].limits.per-dya", "did you mean per-day?"),
        with("port:", "prot:", "web.prot", "did you mean port?"),
        with("web: { port: 8787 }", "per-day: 5 USDT", "belongs under accounts[].limits"),
        with("low-target:", "lowTarget:", "parameters.lowTarget", "did you mean low-target?"),
        with("dir: ./data", "mode: paper", "mode: given twice, first in line 1", "remove"),
        with("low: 1.6x,", "low: 1.6x, low: 1.7x,", "parameters.low: given twice", "remove"),
        with("web: {", "web: &a {", "web", "anchors"),
        with("dir: ./data", "dir: *a", "dir", "anchors"),
        with("dir: ./data", "dir: !!str ./data", "dir", "tags"),
        with("mode: paper", "<<: { mode: live }", "<<: unknown key"),
        with("  - id: main", "\t- id: main", "ballast.yml:7", "tab", "spaces"),
        with("venue: {", "venue: {{", "ballast.yml:4", "not valid YAML"),
        with("mode: paper", "mode: \"paper", "not valid YAML", "quotes"),
        appended("---\nmode: live\n", "second YAML document"),
        new Wrong("", List.of("empty", "ballast init")),
        new Wrong("# only a comment\n", List.of("empty", "ballast init")),
        new Wrong("- a\n", List.of("expected keys", "a list")),
        new Wrong("just text\n", List.of("expected keys", "text")),
        new Wrong("a: " + "[".repeat(500) + "]".repeat(500), List.of("ballast.yml:1")),
        new Wrong("#".repeat(70_000), List.of("larger than 64 KiB")),
        with("mode: paper", "mode: papper", "mode", "dry-run, paper, live", "did you mean paper?"),
        with("mode: paper", "mode: true", "mode", "dry-run, paper, live"),
        with("mode: paper", "mode:", "mode: has no value", "remove the key"),
        with("mode: paper", "mode: [ paper ]", "mode: must be one value, got a list"),
        with("dir: ./data", "dir: 7", "dir: must be text; put it in quotes"),
        with("web: { port: 8787 }", "web: 8787", "web: must be a group of keys", "bare number"),
        with("8787", "\"8787\"", "web.port", "0 to 65535, without quotes"),
        with("8787", "65536", "web.port", "0 to 65535"),
        with("8787", "-1", "web.port", "0 to 65535"),
        with("8787", "08787", "web.port", "0 to 65535"),
        with("8787", "8.7e3", "web.port", "0 to 65535"),
        with("port: 8787", "bind: everywhere", "web.bind", "an address of this machine"),
        with("port: 8787", "bind: 256.0.0.1", "web.bind", "an address of this machine"),
        with("port: 8787", "bind: \":::1\"", "web.bind", "is no address"),
        with("port: 8787", "hosts: engine:8787", "web.hosts: must be a list"),
        with("port: 8787", "hosts: [ \"http://engine\" ]", "web.hosts[0]", "as in engine:8787"),
        with("port: 8787", "hosts: [ \"Engine:8787\" ]", "web.hosts[0]", "small letters"),
        with("port: 8787", "hosts: [ \"*\" ]", "web.hosts[0]", "as in engine:8787"),
        with("port: 8787", "hosts: [ \"engine:0\" ]", "web.hosts[0]", "as in engine:8787"),
        with("id: main", "id: Main", "accounts[0].id", "as in main"),
        with("id: main", "id: ../etc", "accounts[0].id", "as in main"),
        with("id: main", "id: " + "a".repeat(33), "accounts[0].id", "1 to 32"),
        with("id: main", "id: 7", "accounts[0].id", "put it in quotes"),
        with("- id: main\n    ", "- ", "ballast.yml:7: accounts[0].id: is missing; add it"),
        with("strategy: target-band\n", "\n", "accounts[0].strategy: is missing; add it"),
        with("schedule: \"every 30s\"\n", "\n", "accounts[0].schedule: is missing; add it"),
        new Wrong("mode: paper\n", List.of("accounts: is missing; add it")),
        new Wrong("accounts: []\n", List.of("accounts", "1 to 32 items, got 0")),
        new Wrong("accounts: { id: main }\n", List.of("accounts: must be a list")),
        with(
            "strategy: target-band",
            "blackout: soon\n    strategy: hold",
            "blackout: must be a list"),
        appended("    acknowledge-worse-than-doing-nothing: true\n", "must be text"),
        appended("    acknowledge-worse-than-doing-nothing: why\n", "a reason of 10 to 200"));
  }

  static Stream<Wrong> values() {
    return Stream.of(
        with("low: 1.6x", "low: 1.6", "parameters.low", "1.6x"),
        with("low: 1.6x", "low: 160%", "parameters.low", "needs its unit x"),
        with("low: 1.6x", "low: -1.6x", "parameters.low", "as in 1.6x"),
        with("low: 1.6x", "low: 1.6e0x", "parameters.low", "as in 1.6x"),
        with("low: 1.6x", "low: 1e999999999x", "parameters.low", "as in 1.6x"),
        with("low: 1.6x", "low: 1,6x", "parameters"),
        with("low: 1.6x", "low: 999999999999999999x", "parameters.low", "too large"),
        with("low: 1.6x", "low: 1.05x", "parameters.low", "above 1.05x"),
        with("low: 1.6x", "low: true", "parameters.low", "as in 1.6x"),
        with("low: 1.6x", "low: {}", "parameters.low", "must be one value"),
        with("low: 1.6x,", "", "low is missing", "1.6x"),
        with("low-target: 2.0x", "low-target: 1.6x", "parameters.low-target", "above low"),
        with("low-target: 2.0x", "low-target: 1.5x", "parameters.low-target", "above low"),
        with("high-target: 2.6x", "high-target: 1.9x", "high-target", "not be below low-target"),
        with("high: 3.2x", "high: 2.6x", "parameters.high", "above high-target"),
        with("high: 3.2x", "high: 1001x", "parameters.high", "1000x"),
        with("parameters: {", "parameters: { speed: 1x,", "speed: unknown parameter", "knows low"),
        with("target-band", "target-bond", "strategy", "did you mean target-band?"),
        with("strategy: target-band", "strategy: hold", "low", "takes no parameters; remove"),
        with("50000 USDT", "50000", "limits.per-transfer", "5000 USDT"),
        with("50000 USDT", "50000USDT", "limits.per-transfer", "5000 USDT"),
        with("50000 USDT", "50000 USD", "limits.per-transfer", "5000 USDT"),
        with("50000 USDT", "-50000 USDT", "limits.per-transfer", "plain decimal"),
        with("50000 USDT", "5e4 USDT", "limits.per-transfer", "plain decimal"),
        with("50000 USDT", "50_000 USDT", "limits.per-transfer", "plain decimal"),
        with("50000 USDT", ".inf", "limits.per-transfer", "5000 USDT"),
        with("50000 USDT", "0 USDT", "limits.per-transfer", "more than 0 USDT"),
        with("50000 USDT", "0.000000001 USDT", "limits.per-transfer", "8 decimals"),
        with("10 USDT", "0 USDT", "limits.min-transfer", "more than 0 USDT"),
        with("10 USDT", "60000 USDT", "limits.min-transfer", "raise the other"),
        with("500000 USDT", "40000 USDT", "limits.per-transfer", "raise the other"),
        with("per-transfer: 50000 USDT, ", "per-transfer: 600000 USDT, ", "per-transfer", "raise"),
        with("500000 USDT", "1000000001 USDT", "limits.per-day", "not be more than 1000000000"),
        with("500000 USDT", "99999999999999 USDT", "limits.per-day", "too large"),
        with("min-gap: 5m", "min-gap: 5", "limits.min-gap", "30s"),
        with("min-gap: 5m", "min-gap: 1.5m", "limits.min-gap", "30s"),
        with("min-gap: 5m", "min-gap: 8d", "limits.min-gap", "0s to 7d"),
        with("15s", "0s", "limits.max-snapshot-age", "1s to 10m"),
        with("15s", "1h", "limits.max-snapshot-age", "1s to 10m"),
        with("15s", "15s, emergency-below: 1.3", "limits.emergency-below", "1.6x"),
        with("15s", "15s, emergency-below: 13x", "limits.emergency-below", "1.05x to 2x"),
        with("15s", "15s, emergency-below: 1.04x", "limits.emergency-below", "1.05x to 2x"),
        with("15s", "15s, fingerprint-decimals: 9", "limits.fingerprint-decimals", "8"),
        with("15s", "15s, fingerprint-decimals: on", "limits.fingerprint-decimals", "8"),
        with("every 30s", "now and then", "accounts[0].schedule", "every 30s"),
        with("every 30s", "", "accounts[0].schedule", "text of 1 to 300 characters"),
        appended("    blackout: [ weekend ]\n", "accounts[0].blackout[0]", "Sat 00:00-06:00"));
  }

  static Stream<Wrong> addresses() {
    return Stream.of(
        live(LIVE_URL, PAPER_URL, "venue.rest", "live", LIVE_URL),
        live(LIVE_URL, "http://api.binance.com", "venue.rest", "https"),
        live(LIVE_URL, "https://api.binance.com.evil.test", "venue.rest", LIVE_URL),
        live(LIVE_URL, "https://api.binance.com:8443", "venue.rest", LIVE_URL),
        live(LIVE_URL, "https://api.binance.com@evil.test", "venue.rest", LIVE_URL),
        live(LIVE_URL, "https://api.binance.com/sapi", "venue.rest", LIVE_URL),
        live(LIVE_URL, "https://api5.binance.com", "venue.rest", LIVE_URL),
        live(LIVE_URL, "https://testnet.binance.vision", "venue.rest", LIVE_URL),
        live("web:", "venue: {recv-window: 9s}\nweb:", "venue: given twice"),
        live("rest: \"" + LIVE_URL + "\"", "recv-window: 9s", "venue.recv-window", "1s to 5s"),
        with("rest: \"" + PAPER_URL + "\"", "recv-window: 5", "venue.recv-window", "30s"),
        with(PAPER_URL, LIVE_URL, "venue.rest", "paper", PAPER_URL),
        with(PAPER_URL, "http://10.0.0.1:18080", "venue.rest", PAPER_URL),
        with(PAPER_URL, "https://127.0.0.1:18080", "venue.rest", PAPER_URL),
        with(PAPER_URL, "http://127.0.0.1:99999", "venue.rest", PAPER_URL),
        with(PAPER_URL, "127.0.0.1:18080", "venue.rest", LIVE_URL),
        with(PAPER_URL, "http://[", "venue.rest", "as in"),
        with("mode: paper\n", "venue: { rest: \"http://evil.test\" }\n", "venue"),
        live("per-day: 500000 USDT, ", "", "limits.per-day", "no default caps; add per-day"),
        live(LIMITS, "", "limits", "no default caps; add per-transfer, per-day"),
        with("database: \"\"", "database: jdbc:h2:mem:x", "database", "jdbc:postgresql://"),
        with("\"\"", "jdbc:h2:file:./x;INIT=RUNSCRIPT FROM 'x'", "database", "jdbc:postgresql://"),
        with("\"\"", "jdbc:postgresql://h/d;INIT=x", "database", "jdbc:postgresql://localhost"),
        with("\"\"", "jdbc:postgresql://u:p@h/d", "database", "jdbc:postgresql://localhost"),
        with("\"\"", "jdbc:postgresql://h/d?password=x", "database-password: file:PATH"),
        with("\"\"", "jdbc:postgresql://h/d?socketFactory=a.B", "database", "only", "sslmode"),
        with("\"\"", "jdbc:postgresql://h/d?user=a%26b", "database", "not taken"),
        appended("database-password: env:BALLAST_KEY\n", "database-password", "give database"));
  }

  static Stream<Wrong> secrets() {
    return Stream.of(
        with("env:BALLAST_KEY", ConfigFolder.SECRET, "api-key", "env:NAME, file:PATH or pkcs12:"),
        with("file:secrets/main", ConfigFolder.SECRET, "secret", "env:NAME, file:PATH or pkcs12:"),
        with("env:BALLAST_KEY", "env:", "api-key", "env:NAME"),
        with("env:BALLAST_KEY", "ENV:BALLAST_KEY", "api-key", "env:NAME"),
        with("\"env:BALLAST_KEY\"", "12345", "api-key", "env:NAME"),
        with("env:BALLAST_KEY", "env:NOT_SET", "api-key", "NOT_SET is not set; set it"),
        with("env:BALLAST_KEY", "env:EMPTY", "api-key", "EMPTY is empty; set it"),
        with("secret: \"file:secrets/main\"", "", "accounts[0].secret: is missing", "private-key"),
        with("secret:", "private-key: \"file:x\"\n    secret:", "secret and private-key", "remove"),
        with("secrets/main", "secrets/none", "secret", "does not exist", "chmod 600"),
        with("secrets/main", "secrets/open", "secret", "rw-r--r--", "chmod 600"),
        with("secrets/main", "secrets/link", "secret", "symbolic link", "the file itself"),
        with("secrets/main", "secrets", "secret", "not a regular file"),
        with("secrets/main", "secrets/blank", "secret", "is empty; put the secret"),
        with("secrets/main", "secrets/large", "secret", "larger than 16 KiB"),
        with("secrets/main", "secrets/lines", "secret", "line breaks", "alone"),
        with(
            "secret: \"file:secrets/main\"",
            "private-key: \"file:secrets/main\"",
            "private-key",
            "openssl"),
        with("file:secrets/main", "env:BALLAST_KEY", "secret", "same place as api-key"),
        appended(SECOND.replace("id: second", "id: main"), "accounts[1].id", "the same id as"),
        appended(SECOND.replace("SECOND_KEY", "BALLAST_KEY"), "accounts[1].api-key", "same key"),
        appended(
            SECOND.replace("env:SECOND_KEY", "file:secrets/copy"),
            "accounts[1].api-key",
            "the same key as accounts[0]; give every account"));
  }

  @BeforeEach
  void makeFolder() throws IOException {
    folder = new ConfigFolder(temp);
    folder.secret("open", "x", "rw-r--r--");
    folder.secret("blank", "\n", "rw-------");
    folder.secret("large", "x".repeat(20_000), "rw-------");
    folder.secret("lines", "a\nb\n", "rw-------");
    folder.secret("copy", "key-of-main\n", "rw-------");
    Files.createSymbolicLink(temp.resolve("secrets/link"), temp.resolve("secrets/main"));
    folder.write("");
  }

  @ParameterizedTest
  @MethodSource({"shapes", "values", "addresses", "secrets"})
  void isRefusedInOneLineWithKeyAndFix(Wrong wrong) {
    List<Path> before = folder.listing();

    Throwable thrown = catchThrowable(() -> folder.read(wrong.yaml()));

    assertThat(thrown).isInstanceOf(ConfigException.class);
    assertThat(thrown.getMessage())
        .startsWith(temp.resolve("ballast.yml") + ":")
        .doesNotContain("\n", "\r", ConfigFolder.SECRET, "Exception")
        .contains(wrong.expected());
    assertThat(folder.listing()).isEqualTo(before);
  }

  @Test
  void isRefusedWhenThereIsNoFile() {
    Throwable thrown = catchThrowable(() -> ConfigFolder.reader().read(temp.resolve("none.yml")));

    assertThat(thrown).isInstanceOf(ConfigException.class).hasMessageContaining("ballast init");
    assertThat(catchThrowable(() -> ConfigFolder.reader().read(temp)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("not a file");
  }
}
