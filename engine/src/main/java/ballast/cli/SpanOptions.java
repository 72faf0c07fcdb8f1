package ballast.cli;

import ballast.journal.Span;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rows of the journal. */
final class SpanOptions {
  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "First moment, UTC: 2026-11-22 or 2026-11-22T08:00:00Z.")
  @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Moment after the last, UTC; a date means its first moment.")
  @Nullable String to;

  @Option(names = "--account", paramLabel = "ID", description = "One account (default: all).")
  @Nullable String account;

  Span span() {
    return span(Optional.ofNullable(account), from, to);
  }

  static Span span(Optional<String> account, @Nullable String from, @Nullable String to) {
    Span all = Span.everything();
    return new Span(
        account,
        from == null ? all.fromMillis() : millis(from),
        to == null ? all.toMillis() : millis(to));
  }

  /** A moment as it is written at the prompt. */
  static long millis(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
          : Instant.parse(text).toEpochMilli();
    } catch (DateTimeException e) {
      throw new Failure(
          ExitCode.USAGE, "\"" + text + "\" is no time; write 2026-11-22 or 2026-11-22T08:00:00Z");
    }
  }
}
