package ballast.config;

import ballast.config.Config.Mode;
import ballast.decide.Fingerprint;
import ballast.decide.Limits;
import ballast.strategy.Parameter.Kind;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.util.List;
import java.util.Set;

/** Reads the caps of one account; live mode knows no default for them. */
final class LimitsReader {
  private static final Usdt MOST = Usdt.of(1_000_000_000);

  /** How a transfer is made, not how much may be moved: these need not be given in live mode. */
  private static final Set<String> NO_CAPS = Set.of("fingerprint-decimals", "emergency-below");

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
        limits.duration("max-snapshot-age", "1s", "10m").toMillis(),
        new Fingerprint(Integer.parseInt(limits.text("fingerprint-decimals"))),
        limits.find("emergency-below").map(text -> floor(limits, text)));
  }

  /** Below 1.05x an account is being liquidated; above 2x nothing is an emergency. */
  private static Ratio floor(Section limits, String text) {
    Ratio floor = Kind.ratio(text);
    if (floor.compareTo(Ratio.parse("1.05")) < 0 || floor.compareTo(Ratio.parse("2")) > 0) {
      throw limits.place("emergency-below").wrong("must be from 1.05x to 2x, got " + text);
    }
    return floor;
  }

  private static void requireAll(Section limits) {
    List<String> absent =
        limits.group().names().stream()
            .filter(name -> !limits.has(name) && !NO_CAPS.contains(name))
            .toList();
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
