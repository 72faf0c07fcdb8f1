package ballast.cli;

import ballast.backtest.Backtest;
import ballast.backtest.Execution;
import ballast.config.AccountConfig;
import ballast.config.Config;
import ballast.decide.Limits;
import ballast.strategy.Parameter.Kind;
import ballast.strategy.Parameters;
import ballast.strategy.StrategyFactory;
import ballast.strategy.Usdt;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which policy is tried: a strategy with its parameters, and the limits it is held to. */
final class PolicyOptions {
  private static final List<String> LIMITS =
      List.of("per-transfer", "per-day", "min-transfer", "min-gap");

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "Take strategy, parameters and limits of an account from a configuration.")
  @Nullable Path config;

  @Option(
      names = "--account",
      paramLabel = "ID",
      description = "Which account (default: the only one).")
  @Nullable String account;

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      description = "The strategy (default: that of the configuration or scenario).")
  @Nullable String strategy;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A parameter of it, as in low=1.6x.")
  Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--limit",
      paramLabel = "NAME=VALUE",
      description = "per-transfer, per-day, min-transfer (USDT) or min-gap, as in min-gap=5m.")
  Map<String, String> limits = new LinkedHashMap<>();

  /** What is tried, as text and made. */
  record Tried(String strategy, SortedMap<String, String> parameters, Limits limits) {
    /** That of a configured account, free to move where it is a dry run. */
    static Tried of(AccountConfig account) {
      return new Tried(account.strategy(), account.parameters(), live(account.limits()));
    }

    /**
     * @throws Failure with {@link ExitCode#USAGE} when there is no such strategy or it refuses its
     *     parameters
     */
    Backtest backtest(Map<String, StrategyFactory> strategies, Execution execution) {
      StrategyFactory factory = factory(strategies);
      try {
        return backtest(factory, Map.of(), execution);
      } catch (IllegalArgumentException e) {
        throw new Failure(ExitCode.USAGE, "strategy " + strategy + ": " + e.getMessage());
      }
    }

    /**
     * The same with other values for some parameters.
     *
     * @throws IllegalArgumentException in one plain line when the strategy refuses them
     */
    Backtest backtest(StrategyFactory factory, Map<String, String> others, Execution execution) {
      TreeMap<String, String> texts = new TreeMap<>(parameters);
      texts.putAll(others);
      return Backtest.of(factory, Parameters.of(factory.parameters(), texts), limits, execution);
    }

    /**
     * @throws Failure with {@link ExitCode#USAGE} when there is no such strategy
     */
    StrategyFactory factory(Map<String, StrategyFactory> strategies) {
      StrategyFactory factory = strategies.get(strategy);
      if (factory == null) {
        throw new Failure(
            ExitCode.USAGE,
            "there is no strategy "
                + strategy
                + "; known are "
                + String.join(", ", strategies.keySet().stream().sorted().toList()));
      }
      return factory;
    }

    /** What the guard holds it to, as configuration writes it. */
    String limitsText() {
      return "per-transfer "
          + limits.perTransfer()
          + " USDT, per-day "
          + limits.perDay()
          + " USDT, min-transfer "
          + limits.minTransfer()
          + " USDT, min-gap "
          + limits.minGapMillis() / 1_000
          + "s";
    }

    /** The same account left alone. */
    Tried leftAlone() {
      return new Tried("hold", new TreeMap<>(), limits);
    }
  }

  /**
   * @param standard what is tried where nothing else is said
   */
  Tried tried(Subcommand command, Tried standard) {
    Tried base = config == null ? standard : configured(command, config);
    boolean other = strategy != null && !strategy.equals(base.strategy());
    TreeMap<String, String> texts = new TreeMap<>(other ? Map.of() : base.parameters());
    texts.putAll(parameters);
    return new Tried(
        other ? String.valueOf(strategy) : base.strategy(), texts, limited(base.limits()));
  }

  /**
   * A policy in one word, as {@code target-band}, {@code target-band:low=4x,high=20x} or a
   * configuration file. Parameters that are not named stay as they are in the standard where that
   * is the same strategy; the limits are the standard's, or the file's own.
   *
   * @param standard what is tried where nothing else is said
   * @throws Failure with {@link ExitCode#USAGE} in one plain line
   */
  Tried named(String text, Subcommand command, Tried standard) {
    if (text.endsWith(".yml") || text.endsWith(".yaml")) {
      Tried configured = configured(command, Path.of(text));
      return new Tried(
          configured.strategy(), configured.parameters(), limited(configured.limits()));
    }
    Tried base = config == null ? standard : configured(command, config);
    String[] parts = text.split(":", 2);
    TreeMap<String, String> texts =
        new TreeMap<>(parts[0].equals(base.strategy()) ? base.parameters() : Map.of());
    for (String setting : parts.length == 1 ? new String[0] : parts[1].split(",", -1)) {
      String[] pair = setting.split("=", 2);
      if (pair.length != 2) {
        throw new Failure(
            ExitCode.USAGE,
            "a policy is written NAME, NAME:low=5x,high=16x or FILE.yml, got \"" + text + "\"");
      }
      texts.put(pair[0].strip(), pair[1].strip());
    }
    return new Tried(parts[0], texts, limited(base.limits()));
  }

  /** Nothing of the policy is given by options of its own. */
  boolean isBare() {
    return strategy == null && parameters.isEmpty();
  }

  private Tried configured(Subcommand command, Path file) {
    Config from = command.configReader().readWithoutSecrets(command.session.terminal().path(file));
    List<AccountConfig> named =
        from.accounts().stream()
            .filter(each -> account == null || each.id().equals(account))
            .toList();
    if (named.size() != 1) {
      throw new Failure(
          ExitCode.USAGE,
          account == null
              ? "the configuration has " + from.accounts().size() + " accounts; give --account"
              : "the configuration has no account " + account);
    }
    return Tried.of(named.get(0));
  }

  /** A dry run is held back by a rule; what is asked here is what it would have done. */
  static Limits live(Limits held) {
    return new Limits(
        false,
        held.perTransfer(),
        held.perDay(),
        held.minTransfer(),
        held.minGapMillis(),
        held.maxSnapshotAgeMillis(),
        held.fingerprint(),
        held.emergencyBelow());
  }

  private Limits limited(Limits base) {
    for (String name : limits.keySet()) {
      if (!LIMITS.contains(name)) {
        throw new Failure(
            ExitCode.USAGE, "--limit knows " + String.join(", ", LIMITS) + ", not " + name);
      }
    }
    try {
      return new Limits(
          false,
          money("per-transfer", base.perTransfer()),
          money("per-day", base.perDay()),
          money("min-transfer", base.minTransfer()),
          limits.containsKey("min-gap")
              ? Kind.duration(String.valueOf(limits.get("min-gap"))).toMillis()
              : base.minGapMillis(),
          base.maxSnapshotAgeMillis(),
          base.fingerprint(),
          base.emergencyBelow());
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "--limit: " + e.getMessage());
    }
  }

  private Usdt money(String name, Usdt standard) {
    String given = limits.get(name);
    return given == null ? standard : Kind.money(given);
  }
}
