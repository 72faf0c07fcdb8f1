package ballast.backtest;

import ballast.paper.AccountCourse;
import ballast.paper.Scenario;
import ballast.strategy.Collateral;
import ballast.strategy.Usdt;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * An account's past in columns, transfers left out: at every step its equity but for LDUSDT and its
 * maintenance margin, and for every bar both at the bar's adverse extreme. What LDUSDT in Futures
 * counts for is added by whoever says how much was there. 40 bytes and a bit a step where each step
 * has a bar of its own. Immutable, safe for several threads; the arrays are never handed out.
 */
public final class History {
  private final String source;
  private final Collateral collateral;
  private final Usdt opening;
  final long[] times;
  final long[] nets;
  final long[] margins;
  final Bars bars;
  final Surroundings surroundings;
  private final Ledger ldusdt;
  private final Ledger funding;
  private final Fundings expected;

  History(
      String source,
      Collateral collateral,
      Usdt opening,
      long[] times,
      long[] nets,
      long[] margins,
      Bars bars,
      Surroundings surroundings,
      Ledger ldusdt,
      Ledger funding,
      Fundings expected) {
    if (times.length == 0) {
      throw new IllegalArgumentException(source + ": a history needs at least one step");
    }
    this.source = source;
    this.collateral = collateral;
    this.opening = opening;
    this.times = times;
    this.nets = nets;
    this.margins = margins;
    this.bars = bars;
    this.surroundings = surroundings;
    this.ldusdt = ldusdt;
    this.funding = funding;
    this.expected = expected;
  }

  /**
   * The scenario's account by the paper exchange's own model, decided every {@code tick} from the
   * beginning of the path, and at its very end.
   */
  public static History of(Scenario scenario, Duration tick) {
    AccountCourse course = new AccountCourse(scenario);
    long end = scenario.prices().endMillis();
    HistoryBuilder builder =
        new HistoryBuilder(steps(scenario, tick), scenario.prices().bars(), course);
    long at = scenario.prices().startMillis();
    builder.step(at);
    while (at < end) {
      at = Math.min(at + tick.toMillis(), end);
      builder.step(at);
    }
    return builder.history(
        scenario.prices().source(),
        scenario.account().collateral(),
        scenario.account().ldusdtInFutures());
  }

  private static int steps(Scenario scenario, Duration tick) {
    long span = scenario.prices().endMillis() - scenario.prices().startMillis();
    return Math.toIntExact((span + tick.toMillis() - 1) / tick.toMillis() + 1);
  }

  /**
   * The steps from one to before another, as a past of its own: the account begins it with the same
   * LDUSDT in Futures, and funding is counted from its beginning.
   *
   * @throws IndexOutOfBoundsException when there are no such steps
   */
  public History between(int from, int to) {
    Objects.checkFromToIndex(from, to, steps());
    return new History(
        source,
        collateral,
        opening,
        Arrays.copyOfRange(times, from, to),
        Arrays.copyOfRange(nets, from, to),
        Arrays.copyOfRange(margins, from, to),
        bars.between(from, to),
        surroundings.between(from, to),
        ldusdt.between(from, to, 0),
        funding.between(from, to, funding.at(from)),
        expected.between(from, to));
  }

  /**
   * True when it was worked out from prices; false when a journal recorded it, which knows neither
   * funding nor interest.
   */
  public boolean isModelled() {
    return surroundings instanceof ModelledSurroundings;
  }

  /** Where it comes from, for messages and reports. */
  public String source() {
    return source;
  }

  /** How many times a tick decides, at least once. */
  public int steps() {
    return times.length;
  }

  /** When a step is, epoch milliseconds. */
  public long timeMillis(int step) {
    return times[step];
  }

  /** How long it is from a step to the next; nothing after the last. */
  long millisAfter(int step) {
    return step + 1 < times.length ? times[step + 1] - times[step] : 0;
  }

  /** The first step at or after this time; as many as there are when none is. */
  int firstStepFrom(long millis) {
    int found = Arrays.binarySearch(times, millis);
    return found >= 0 ? found : -found - 1;
  }

  /** Equity but for LDUSDT, USD × 1e8. */
  public long netE8(int step) {
    return nets[step];
  }

  /** Maintenance margin, USD × 1e8. */
  public long maintenanceE8(int step) {
    return margins[step];
  }

  /** LDUSDT in both wallets together. */
  public Usdt ldusdt(int step) {
    return new Usdt(ldusdt.at(step));
  }

  /** Funding paid up to a step, USDT; negative when more was received. */
  public Usdt fundingPaid(int step) {
    return new Usdt(funding.at(step));
  }

  /** Funding expected next, USD × 1e8, or {@link ballast.strategy.Situation#UNKNOWN}. */
  long expectedFundingE8(int step) {
    return expected.e8(step, nets[step]);
  }

  /** When that is due, or {@link ballast.strategy.Situation#NEVER}. */
  long expectedFundingMillis(int step) {
    return expected.millis(step);
  }

  /** What LDUSDT counts for as margin. */
  public Collateral collateral() {
    return collateral;
  }

  /** LDUSDT in Futures at the beginning. */
  public Usdt opening() {
    return opening;
  }

  /**
   * SHA-256 of the columns, in hexadecimal: the same past has the same, wherever it is read from.
   */
  public String sha256() {
    MessageDigest digest = Sha256.digest();
    Sha256.add(digest, new long[] {opening.e8(), collateral.indexPrice().e8()});
    collateral
        .tiers()
        .forEach(
            tier ->
                Sha256.add(
                    digest, new long[] {tier.floor().e8(), tier.cap().e8(), tier.rate().e8()}));
    for (long[] column :
        List.of(
            times,
            nets,
            margins,
            bars.worstNets,
            bars.worstMargins,
            ldusdt.changes(),
            funding.changes())) {
      Sha256.add(digest, column);
    }
    expected.addTo(digest);
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Memory that the columns take, in bytes. */
  public long bytes() {
    return 8L * (times.length + nets.length + margins.length)
        + bars.bytes()
        + ldusdt.bytes()
        + funding.bytes()
        + expected.bytes();
  }
}
