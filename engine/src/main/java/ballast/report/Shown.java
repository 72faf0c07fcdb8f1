package ballast.report;

import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as people read them on a page: shorter than in the books, always rounded down. */
final class Shown {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
  private static final long CENT_E8 = 1_000_000;

  private Shown() {}

  static String minute(long epochMillis) {
    return MINUTE.format(Instant.ofEpochMilli(epochMillis));
  }

  /** {@code 1.73x}. */
  static String multiple(Ratio ratio) {
    return new Ratio(Math.floorDiv(ratio.e8(), CENT_E8) * CENT_E8) + "x";
  }

  /** {@code 1,234.5}: to the cent, with thousands apart. */
  static String money(Usdt amount) {
    long cents = Math.floorDiv(amount.e8(), CENT_E8);
    return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(BigDecimal.valueOf(cents, 2));
  }

  static String direction(Direction direction) {
    return switch (direction) {
      case EARN_TO_FUTURE -> "▲ into Futures";
      case FUTURE_TO_EARN -> "▼ back to Earn";
    };
  }

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@code 13 h 5 min}, its two greatest units. */
  static String span(Duration duration) {
    if (duration.toDays() > 0) {
      return duration.toDays() + " d " + duration.toHoursPart() + " h";
    }
    return duration.toHours() > 0
        ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
        : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
  }
}
