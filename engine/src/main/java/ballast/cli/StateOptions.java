package ballast.cli;

import ballast.strategy.Parameter.Kind;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import ballast.stress.AccountState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** An account's state where nothing can be read, and what is taken of its position. */
final class StateOptions {
  private static final List<String> KNOWN = List.of("equity", "maintenance", "ldusdt", "earn");

  @Option(
      names = "--assume",
      arity = "1..*",
      paramLabel = "NAME=AMOUNT",
      description = {
        "Instead of a reading: equity=… and maintenance=… in USD, ldusdt=… in Futures, earn=… in",
        "Earn (default: none)."
      })
  Map<String, String> assumed = new LinkedHashMap<>();

  @Option(
      names = "--maintenance-rate",
      paramLabel = "PERCENT",
      defaultValue = "5%",
      description = "Maintenance margin for a unit of position (default: 5%%).")
  String rate = "5%";

  /**
   * What is assumed; empty when nothing is.
   *
   * @throws Failure with {@link ExitCode#USAGE} in one plain line
   */
  Optional<AccountState> state() {
    if (assumed.isEmpty()) {
      return Optional.empty();
    }
    for (String name : assumed.keySet()) {
      if (!KNOWN.contains(name)) {
        throw new Failure(
            ExitCode.USAGE, "--assume knows " + String.join(", ", KNOWN) + ", not " + name);
      }
    }
    try {
      return Optional.of(
          new AccountState(
              amount("equity"),
              amount("maintenance"),
              amount("ldusdt"),
              assumed.containsKey("earn") ? amount("earn") : Usdt.ZERO));
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "--assume: " + e.getMessage());
    }
  }

  private Usdt amount(String name) {
    String text = assumed.get(name);
    if (text == null) {
      throw new IllegalArgumentException(name + " is missing; give it, as in " + name + "=400000");
    }
    try {
      return Usdt.parseSigned(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  Ratio maintenanceRate() {
    try {
      Ratio given = Kind.percent(rate);
      if (!given.isPositive() || given.compareTo(Ratio.ONE) > 0) {
        throw new IllegalArgumentException("must be more than 0% and at most 100%, got " + rate);
      }
      return given;
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "--maintenance-rate: " + e.getMessage());
    }
  }
}
