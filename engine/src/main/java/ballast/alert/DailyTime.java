package ballast.alert;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of day where people live. Where a change of the clocks skips it, that day's is as much
 * later; where it comes twice, the first counts.
 */
public record DailyTime(LocalTime time, ZoneId zone) {
  private static final Pattern TEXT = Pattern.compile("([0-9]{2}:[0-9]{2}) (\\S{1,60})");

  /**
   * Reads {@code 08:00 Europe/Zurich}.
   *
   * @throws IllegalArgumentException in one plain line
   */
  public static DailyTime parse(String text) {
    Matcher parts = TEXT.matcher(text);
    try {
      if (parts.matches()) {
        return new DailyTime(
            LocalTime.parse(Objects.requireNonNull(parts.group(1))), ZoneId.of(parts.group(2)));
      }
    } catch (DateTimeException e) {
      // neither the time nor the zone is repeated: the message says how to write both
    }
    throw new IllegalArgumentException(
        "must be a time of day and its zone, as in 08:00 Europe/Zurich");
  }

  /** The next such time, strictly after the one given. */
  public Instant next(Instant after) {
    ZonedDateTime local = after.atZone(zone);
    Instant today = local.toLocalDate().atTime(time).atZone(zone).toInstant();
    return today.isAfter(after)
        ? today
        : local.toLocalDate().plusDays(1).atTime(time).atZone(zone).toInstant();
  }
}
