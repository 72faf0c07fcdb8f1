package ballast.paper;

import ballast.decide.Limits;
import ballast.market.FundingRates;
import ballast.market.PricePath;
import ballast.market.Rates;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Everything the paper exchange needs to know: a path, what it costs and earns on it, the account,
 * and the policy that shows it. Immutable.
 *
 * @param name short, as it is asked for
 * @param title for people; says so when the path is reconstructed
 * @param reconstructed true when the prices between the public figures are made up
 * @param days the public figures that a reconstructed path passes through; empty for a recording
 * @param prices the path
 * @param funding what the position pays for being open
 * @param apr what LDUSDT earns
 * @param account the account at the start of the path
 * @param tick how often the demo decides
 * @param demo the policy of the demo
 */
public record Scenario(
    String name,
    String title,
    boolean reconstructed,
    List<DayFigures> days,
    PricePath prices,
    FundingRates funding,
    Rates apr,
    PaperAccount account,
    Duration tick,
    DemoPolicy demo) {
  private static final List<String> SHIPPED =
      List.of("march-2020", "calm-april-2026", "whipsaw-may-2021");

  private static final FundingRates STANDARD_FUNDING = FundingRates.constant(Ratio.parse("0.0001"));
  private static final Rates STANDARD_APR = Rates.constant(Ratio.parse("0.01"));
  private static final Duration LONGEST_TICK = Duration.ofMinutes(10);
  private static final DemoPolicy STANDARD_DEMO =
      new DemoPolicy(
          "target-band",
          Map.of("low", "5x", "low-target", "7x", "high-target", "12x", "high", "16x"),
          new Limits(false, Usdt.of(250_000), Usdt.of(1_000_000), Usdt.of(100), 60_000, 15_000));

  public Scenario {
    days = List.copyOf(days);
    if (tick.toMillis() <= 0) {
      throw new IllegalArgumentException("tick must be positive, got " + tick);
    }
  }

  /** The names that {@link #shipped} knows, the default first. */
  public static List<String> shippedNames() {
    return SHIPPED;
  }

  /**
   * A scenario that is shipped.
   *
   * @throws IllegalArgumentException in one plain line, with the known names
   */
  public static Scenario shipped(String name) {
    if (!SHIPPED.contains(name)) {
      throw new IllegalArgumentException(
          "there is no scenario " + name + "; shipped are " + String.join(", ", SHIPPED));
    }
    return ScenarioReader.resource(name);
  }

  /**
   * A scenario file. Paths in it are relative to it.
   *
   * @throws IllegalArgumentException or {@link ballast.market.MarketFileException} in one plain
   *     line
   */
  public static Scenario read(Path file) {
    return ScenarioReader.file(file);
  }

  /** Recorded prices with the default account, funding, rate and policy. */
  public static Scenario ofPrices(PricePath prices) {
    Duration bar = Duration.ofMillis(prices.barMillis());
    return new Scenario(
        prices.source(),
        "Recorded prices from " + prices.source(),
        false,
        List.of(),
        prices,
        STANDARD_FUNDING,
        STANDARD_APR,
        PaperAccount.standard(),
        bar.compareTo(LONGEST_TICK) > 0 ? bar : LONGEST_TICK,
        STANDARD_DEMO);
  }

  /** The same with recorded funding. */
  public Scenario withFunding(FundingRates other) {
    return new Scenario(name, title, reconstructed, days, prices, other, apr, account, tick, demo);
  }

  /** The same with a recorded rate. */
  public Scenario withApr(Rates other) {
    return new Scenario(
        name, title, reconstructed, days, prices, funding, other, account, tick, demo);
  }

  /** The same with another account, such as a real one at this moment. */
  public Scenario withAccount(PaperAccount other) {
    return new Scenario(name, title, reconstructed, days, prices, funding, apr, other, tick, demo);
  }

  /** The same with another policy. */
  public Scenario withDemo(DemoPolicy other) {
    return new Scenario(
        name, title, reconstructed, days, prices, funding, apr, account, tick, other);
  }
}
