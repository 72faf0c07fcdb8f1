package ballast.cli;

import ballast.journal.Span;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rows of the journal. */
final class SpanOptions {
  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "First moment: 2026-11-22 or 2026-11-22T08:00:00Z.")
  @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Moment after the last; a date means its first moment.")
  @Nullable String to;

  @Option(names = "--account", paramLabel = "ID", description = "One account (default: all).")
  @Nullable String account;

  /** Rows between these times; a date is a day of UTC. */
  Span span() {
    return span(ZoneOffset.UTC);
  }

  /**
   * Rows between these times.
   *
   * @param zone whose days dates are
   */
  Span span(ZoneId zone) {
    return span(Optional.ofNullable(account), from, to, zone);
  }

  static Span span(Optional<String> account, @Nullable String from, @Nullable String to) {
    return span(account, from, to, ZoneOffset.UTC);
  }

  private static Span span(
      Optional<String> account, @Nullable String from, @Nullable String to, ZoneId zone) {
    Span all = Span.everything();
    return new Span(
        account,
        from == null ? all.fromMillis() : millis(from, zone),
        to == null ? all.toMillis() : millis(to, zone));
  }

  /** A moment as it is written at the prompt; a date is a day of UTC. */
  static long millis(String text) {
    return millis(text, ZoneOffset.UTC);
  }

  private static long millis(String text, ZoneId zone) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(zone).toInstant().toEpochMilli()
          : Instant.parse(text).toEpochMilli();
    } catch (DateTimeException e) {
      throw new Failure(
          ExitCode.USAGE, "\"" + text + "\" is no time; write 2026-11-22 or 2026-11-22T08:00:00Z");
    }
  }
}
