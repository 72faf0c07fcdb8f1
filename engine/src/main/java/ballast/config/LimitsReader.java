package ballast.config;

import ballast.config.Config.Mode;
import ballast.decide.Limits;
import ballast.strategy.Usdt;
import java.util.List;

/** Reads the caps of one account; live mode knows no default for them. */
final class LimitsReader {
  private static final Usdt MOST = Usdt.of(1_000_000_000);

  private LimitsReader() {}

  static Limits read(Section limits, Mode mode) {
    if (mode == Mode.LIVE) {
      requireAll(limits);
    }
    Usdt perDay = positive(limits, "per-day");
    Usdt perTransfer = positive(limits, "per-transfer");
    Usdt minTransfer = positive(limits, "min-transfer");
    if (perDay.compareTo(MOST) > 0) {
      throw limits.place("per-day").wrong("must not be more than " + MOST + " USDT");
    }
    requireOrder(limits, "per-transfer", perTransfer, "per-day", perDay);
    requireOrder(limits, "min-transfer", minTransfer, "per-transfer", perTransfer);
    return new Limits(
        mode == Mode.DRY_RUN,
        perTransfer,
        perDay,
        minTransfer,
        limits.duration("min-gap", "0s", "7d").toMillis(),
        limits.duration("max-snapshot-age", "1s", "10m").toMillis());
  }

  private static void requireAll(Section limits) {
    List<String> absent =
        limits.group().names().stream().filter(name -> !limits.has(name)).toList();
    if (!absent.isEmpty()) {
      throw limits
          .place(absent.get(0))
          .wrong("live mode has no default caps; add " + String.join(", ", absent));
    }
  }

  private static Usdt positive(Section limits, String name) {
    Usdt amount = limits.money(name);
    if (!amount.isPositive()) {
      throw limits.place(name).wrong("must be more than 0 USDT");
    }
    return amount;
  }

  private static void requireOrder(
      Section limits, String lower, Usdt low, String upper, Usdt high) {
    if (low.compareTo(high) > 0) {
      // the default of the other may be what is exceeded, so the message names its value
      String named = limits.has(lower) ? lower : upper;
      throw limits
          .place(named)
          .wrong(
              lower
                  + " ("
                  + low
                  + " USDT) is more than "
                  + upper
                  + " ("
                  + high
                  + " USDT); lower the one or raise the other");
    }
  }
}
