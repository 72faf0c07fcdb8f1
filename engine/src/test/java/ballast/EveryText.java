package ballast;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.strategy.Parameter.Kind;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import ballast.tick.Blackout;
import ballast.tick.Schedule;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads one short text as every kind of value that a person may write. */
public final class EveryText {
  /** Some of each kind. */
  public static final List<String> REAL =
      List.of(
          "0",
          "1234.5",
          "-0.00000001",
          "92233720368.54775807",
          "-92233720368.54775808",
          "1.6x",
          "5%",
          "0.000001%",
          "5000 USDT",
          "30s",
          "250ms",
          "8h",
          "2d",
          "12",
          "every 30s",
          "every 5m",
          "cron 0/30 * * * * ? UTC",
          "cron 0 0 8,16 ? * MON-FRI Europe/Zurich",
          "cron 0 15 10 L * ? 2027 UTC",
          "cron 0 0 12 1W 1/3 ? Asia/Kathmandu",
          "daily 23:50-00:10 UTC",
          "daily 02:00-03:00 America/Santiago",
          "2026-12-24..2026-12-26 UTC");

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private EveryText() {}

  /** True when some reader took it. */
  public static boolean read(String text) {
    boolean taken = money(text);
    taken |=
        refused(text, Ratio::parse).filter(ratio -> ratio.compareTo(Ratio.ZERO) >= 0).isPresent();
    taken |= refused(text, Kind::ratio).isPresent();
    taken |= refused(text, Kind::percent).isPresent();
    taken |= refused(text, Kind::money).isPresent();
    taken |= refused(text, Kind::count).filter(count -> count >= 0).isPresent();
    Optional<Duration> span = refused(text, Kind::duration);
    span.ifPresent(each -> assertThat(each).isBetween(Duration.ZERO, Duration.ofDays(999_999_999)));
    taken |= schedule(text);
    taken |= blackout(text);
    return taken || span.isPresent();
  }

  /** Exactly what BigDecimal makes of it; and its own text reads back to itself. */
  private static boolean money(String text) {
    Optional<Usdt> amount = refused(text, Usdt::parseSigned);
    assertThat(refused(text, Usdt::parse).isPresent())
        .isEqualTo(amount.isPresent() && !text.startsWith("-"));
    if (text.length() <= 28 && text.matches("-?[0-9]{1,18}(\\.[0-9]{1,8})?")) {
      BigInteger exact = new BigDecimal(text).movePointRight(8).toBigIntegerExact();
      boolean fits = exact.compareTo(LEAST) >= 0 && exact.compareTo(MOST) <= 0;
      assertThat(amount.map(Usdt::e8))
          .isEqualTo(fits ? Optional.of(exact.longValue()) : Optional.empty());
    } else {
      assertThat(amount).isEmpty();
    }
    amount.ifPresent(each -> assertThat(Usdt.parseSigned(each.toString())).isEqualTo(each));
    return amount.isPresent();
  }

  private static boolean schedule(String text) {
    Optional<Schedule> schedule = refused(text, Schedule::parse);
    schedule.ifPresent(
        each -> {
          Instant next = Careful.read(text, given -> each.next(NOW)).orElseThrow();
          assertThat(next).isAfter(NOW);
        });
    return schedule.isPresent();
  }

  private static boolean blackout(String text) {
    Optional<Blackout> blackout = refused(text, given -> Blackout.parse(List.of(given)));
    blackout.ifPresent(
        each -> assertThat(Careful.read(text, given -> each.covers(NOW))).isPresent());
    return blackout.isPresent();
  }

  private static <T> Optional<T> refused(String text, Careful.Reader<T> reader) {
    return Careful.read(text, reader, IllegalArgumentException.class);
  }
}
