package ballast.tick;

import ballast.strategy.Parameter.Kind;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** When an account is looked at, on the exchange's clock. */
public sealed interface Schedule {
  /** The next time to look, strictly after the one given. */
  Instant next(Instant after);

  /** At a fixed interval, counted from the epoch, so that a restart keeps the rhythm. */
  record Every(Duration interval) implements Schedule {
    public Every {
      if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
        throw new IllegalArgumentException(
            "a schedule must leave at least 1s between ticks, got " + interval.toMillis() + "ms");
      }
    }

    @Override
    public Instant next(Instant after) {
      long step = interval.toMillis();
      return Instant.ofEpochMilli((Math.floorDiv(after.toEpochMilli(), step) + 1) * step);
    }
  }

  /** By a Quartz cron expression in a time zone. */
  record Cron(String expression, ZoneId zone) implements Schedule {
    /** No exchange time is before this one. */
    private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");

    public Cron {
      Instant first = firstOf(expression, zone);
      if (first.equals(Instant.MAX)) {
        throw new IllegalArgumentException(
            "the cron expression \"" + expression + "\" never fires");
      }
    }

    @Override
    public Instant next(Instant after) {
      return new Parsed(expression, zone).next(after);
    }

    /** Quartz's parser lets fields pass that name nothing, such as a comma; its search does not. */
    private static Instant firstOf(String expression, ZoneId zone) {
      Parsed parsed = new Parsed(expression, zone);
      try {
        return parsed.next(EARLIEST);
      } catch (RuntimeException e) {
        throw Parsed.refused(expression, e);
      }
    }

    /**
     * Quartz's expression is mutable and not safe for several threads, so each question parses its
     * own.
     */
    private record Parsed(CronExpression cron) {
      Parsed(String expression, ZoneId zone) {
        this(parse(expression));
        cron.setTimeZone(timeZone(zone));
      }

      private static CronExpression parse(String expression) {
        try {
          return new CronExpression(expression);
        } catch (ParseException e) {
          throw refused(expression, e);
        }
      }

      private static IllegalArgumentException refused(String expression, Exception e) {
        return new IllegalArgumentException(
            "\"" + expression + "\" is no Quartz cron expression: " + e.getMessage(), e);
      }

      Instant next(Instant after) {
        Date date = cron.getNextValidTimeAfter(Date.from(after));
        return date == null ? Instant.MAX : date.toInstant();
      }
    }
  }

  /**
   * Reads {@code every 30s} or {@code cron 0/30 * * * * ? UTC} (seconds first, the zone last).
   *
   * @throws IllegalArgumentException in one plain line
   */
  static Schedule parse(String text) {
    if (text.startsWith("every ")) {
      return new Every(Kind.duration(text.substring("every ".length()).trim()));
    }
    if (text.startsWith("cron ")) {
      String rest = text.substring("cron ".length()).trim();
      int zoneAt = rest.lastIndexOf(' ');
      if (zoneAt > 0) {
        return new Cron(rest.substring(0, zoneAt), zone(rest.substring(zoneAt + 1)));
      }
    }
    throw new IllegalArgumentException(
        "a schedule is \"every 30s\" or \"cron 0/30 * * * * ? UTC\" with the zone last, got \""
            + text
            + "\"");
  }

  /** A time zone by name, refused when it is unknown. */
  static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is no time zone; write UTC or a name such as Europe/Zurich", e);
    }
  }

  /**
   * The same zone as Quartz wants it. The library's own conversion knows no offsets such as
   * UTC+02:00 and takes them for UTC without a word.
   */
  static TimeZone timeZone(ZoneId zone) {
    return zone.getRules().isFixedOffset()
        ? new SimpleTimeZone(
            zone.getRules().getOffset(Instant.EPOCH).getTotalSeconds() * 1_000, zone.getId())
        : TimeZone.getTimeZone(zone);
  }
}
