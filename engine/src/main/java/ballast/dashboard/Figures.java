package ballast.dashboard;

import ballast.strategy.Ratio;
import ballast.strategy.Situation;
import ballast.strategy.Usdt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Figures as people read them, in no locale, each with its unit. */
final class Figures {
  /** Beyond this an account has next to no maintenance margin and the quotient means nothing. */
  private static final Ratio MOST = Ratio.parse("100000");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Figures() {}

  /** The account's uniMMR, rounded down; empty where there is no maintenance margin to speak of. */
  static Optional<Ratio> uniMmr(Situation situation) {
    long margin = situation.maintenanceMarginE8();
    if (margin == 0 || MOST.compareQuotient(situation.equityE8(), margin) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        Ratio.of(new Usdt(situation.equityE8()), new Usdt(margin), RoundingMode.FLOOR));
  }

  /** Two decimals and an x, rounded down. */
  static String text(Ratio uniMmr) {
    return BigDecimal.valueOf(uniMmr.e8(), 8).setScale(2, RoundingMode.FLOOR).toPlainString() + "x";
  }

  /** As it stands in a configuration: no more decimals than needed. */
  static String level(Ratio level) {
    return level + "x";
  }

  /** Two decimals, rounded down, thousands apart: for what is looked at and not acted on. */
  static String rounded(Usdt amount) {
    return String.format(
        Locale.ROOT, "%,.2f", BigDecimal.valueOf(amount.e8(), 8).setScale(2, RoundingMode.FLOOR));
  }

  /** Every decimal there is, thousands apart: for evidence. */
  static String exact(Usdt amount) {
    BigDecimal value = BigDecimal.valueOf(amount.e8(), 8).stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(0, value.scale()) + "f", value);
  }

  /** A text that others wrote, with a full stop at its end. */
  static String sentence(String text) {
    String line = text.strip();
    return line.endsWith(".") || line.endsWith("?") || line.endsWith("!") ? line : line + ".";
  }

  static String time(long atMillis) {
    return TIME.format(Instant.ofEpochMilli(atMillis));
  }

  /** A time without what is the same as in another one beside it. */
  static String timeBeside(long atMillis, long otherMillis) {
    String time = time(atMillis);
    int date = time.indexOf(' ');
    return time(otherMillis).startsWith(time.substring(0, date)) ? time.substring(date + 1) : time;
  }
}
