package ballast.cli;

import ballast.backtest.BacktestResult;
import ballast.stress.AccountState;
import ballast.stress.Ordeal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A stress test for people and for scripts. */
final class StressText {
  private StressText() {}

  static List<String> lines(Stressed stressed) {
    List<String> lines = new ArrayList<>();
    AccountState state = stressed.state();
    lines.add(
        stressed.account().id()
            + ": equity "
            + state.equity()
            + " USD, maintenance margin "
            + state.maintenance()
            + " USD, LDUSDT "
            + state.inFutures()
            + " in Futures and "
            + state.inEarn()
            + " in Earn; "
            + stressed.policy().strategy()
            + " "
            + Shorthand.of(stressed.policy().parameters()));
    if (state.maintenance().isPositive()) {
      lines.add(row("scenario", "lowest", "left alone", "outcome"));
      for (Ordeal ordeal : stressed.ordeals()) {
        lines.add(
            row(
                ordeal.scenario(),
                Margin.text(ordeal.with().lowestUniMmr()),
                Margin.text(ordeal.without().lowestUniMmr()),
                ordeal.verdict()));
      }
    }
    lines.add(stressed.account().id() + ": " + stressed.advice());
    return lines;
  }

  /** For a check: where the policy fails and what to do, or that it does not. */
  static List<String> brief(Stressed stressed) {
    List<String> lines = new ArrayList<>();
    for (Ordeal ordeal : stressed.ordeals()) {
      if (!ordeal.isPassed()) {
        lines.add("stress: " + ordeal.scenario() + ": " + ordeal.verdict());
      }
    }
    lines.add("stress: " + stressed.advice());
    return lines;
  }

  static JsonLine json(List<Stressed> all) {
    return new JsonLine()
        .with("passed", all.stream().allMatch(Stressed::isPassed))
        .with("accounts", all.stream().map(StressText::fields).toList());
  }

  static Map<String, Object> fields(Stressed stressed) {
    AccountState state = stressed.state();
    return new JsonLine()
        .with("account", stressed.account().id())
        .with("strategy", stressed.policy().strategy())
        .with("parameters", stressed.policy().parameters())
        .with("equity", state.equity().toString())
        .with("maintenance", state.maintenance().toString())
        .with("ldusdt", state.inFutures().toString())
        .with("earn", state.inEarn().toString())
        .with("passed", stressed.isPassed())
        .with("worseThanDoingNothing", !stressed.worse().isEmpty())
        .with("scenarios", stressed.ordeals().stream().map(StressText::fields).toList())
        .with("change", stressed.change().orElseGet(TreeMap::new))
        .with("advice", stressed.advice())
        .fields();
  }

  private static Map<String, Object> fields(Ordeal ordeal) {
    return new JsonLine()
        .with("scenario", ordeal.scenario())
        .with("survived", !ordeal.with().liquidated())
        .with("liquidatedAt", liquidatedAt(ordeal.with()))
        .with("lowestUniMmr", ordeal.with().lowestUniMmr().toString())
        .with("survivedWithout", !ordeal.without().liquidated())
        .with("liquidatedWithoutAt", liquidatedAt(ordeal.without()))
        .with("lowestWithout", ordeal.without().lowestUniMmr().toString())
        .with("worseThanDoingNothing", ordeal.isWorse())
        .with("transfers", ordeal.with().transfers())
        .with("reversals", ordeal.with().reversals())
        .with("swings", ordeal.isSwinging())
        .with("verdict", ordeal.verdict())
        .fields();
  }

  private static String liquidatedAt(BacktestResult result) {
    return result.liquidatedBy().isPresent()
        ? Instant.ofEpochMilli(result.liquidatedBy().getAsLong()).toString()
        : "";
  }

  private static String row(String name, String lowest, String alone, String outcome) {
    return String.format(Locale.ROOT, "  %-24s %8s %10s  %s", name, lowest, alone, outcome);
  }
}
