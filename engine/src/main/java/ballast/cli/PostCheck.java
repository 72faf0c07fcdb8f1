package ballast.cli;

import ballast.binance.ApiRestrictions;
import ballast.binance.KeyGate;
import ballast.config.Config;
import ballast.strategy.AccountSnapshot;
import ballast.venue.Reading;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks one account: clock, service, key, margin. Asks only what costs little weight. */
final class PostCheck {
  private static final long MOST_OFFSET_MILLIS = 1_000;
  private static final long MOST_ROUND_TRIP_MICROS = 2_000_000;

  private final Wiring.Post post;
  private final Config.Mode mode;
  private final List<Checks.Finding> findings;

  PostCheck(Wiring.Post post, Config.Mode mode, List<Checks.Finding> findings) {
    this.post = post;
    this.mode = mode;
    this.findings = findings;
  }

  void run() {
    find(
        "clock",
        post.venue().serverTime(),
        time -> {
          boolean close =
              mode == Config.Mode.PAPER || Math.abs(time.offsetMillis()) <= MOST_OFFSET_MILLIS;
          boolean quick = time.roundTripMicros() <= MOST_ROUND_TRIP_MICROS;
          String measured =
              "offset "
                  + time.offsetMillis()
                  + " ms, round trip "
                  + time.roundTripMicros() / 1000
                  + " ms";
          return new Result(
              close && quick,
              close && quick
                  ? measured
                  : measured + "; at most 1000 ms and 2000 ms, set the machine's clock by NTP");
        });
    find(
        "service",
        post.venue().systemStatus(),
        status -> new Result(status.normal(), status.message()));
    find("key", post.venue().apiRestrictions(), this::key);
    find("account", post.venue().account(), this::account);
  }

  private Result key(ApiRestrictions key) {
    KeyGate gate = new KeyGate(post.account().keyExceptions());
    List<KeyGate.Finding> findings = gate.findings(key);
    if (!findings.isEmpty()) {
      return new Result(
          false,
          findings.stream().map(KeyGate.Finding::toString).collect(Collectors.joining("; ")));
    }
    String excepted = String.join(", ", gate.exceptions().keySet());
    return new Result(
        true,
        "may read, is restricted by IP, may do nothing else that moves money"
            + (excepted.isEmpty() ? "" : "; excepted by configuration: " + excepted));
  }

  private Result account(AccountSnapshot account) {
    return new Result(
        !account.status().isLiquidating(),
        account.status()
            + ", uniMMR "
            + Margin.text(account.uniMmr())
            + ", equity "
            + account.equity()
            + " USD, maintenance margin "
            + account.maintenanceMargin()
            + " USD, LDUSDT in Futures "
            + account.ldusdtInFutures());
  }

  private record Result(boolean passed, String line) {}

  private <T> void find(String name, Reading<T> reading, Function<T, Result> judge) {
    Result result =
        reading.match(
            judge, failure -> new Result(false, failure.kind() + ": " + failure.detail()));
    findings.add(new Checks.Finding(post.account().id(), name, result.passed(), result.line()));
  }
}
