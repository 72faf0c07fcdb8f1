package ballast.cli;

import ballast.journal.JournalReader;
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

  /** The same as {@link #span(JournalReader, ZoneId)}; a date is a day of UTC. */
  Span span(JournalReader journal) {
    return span(journal, ZoneOffset.UTC);
  }

  /**
   * Rows between these times.
   *
   * @param journal must have the account that is named
   * @param zone whose days dates are
   * @throws Failure with {@link ExitCode#USAGE} where it does not, or the span is empty
   */
  Span span(JournalReader journal, ZoneId zone) {
    if (account != null) {
      NamedAccount.require(journal, account);
    }
    return span(Optional.ofNullable(account), from, to, zone);
  }

  static Span span(Optional<String> account, @Nullable String from, @Nullable String to) {
    return span(account, from, to, ZoneOffset.UTC);
  }

  private static Span span(
      Optional<String> account, @Nullable String from, @Nullable String to, ZoneId zone) {
    Span all = Span.everything();
    Span span =
        new Span(
            account,
            from == null ? all.fromMillis() : millis(from, zone),
            to == null ? all.toMillis() : millis(to, zone));
    if (span.fromMillis() >= span.toMillis()) {
      throw new Failure(
          ExitCode.USAGE, "--from " + from + " is not before --to " + to + ": nothing is between");
    }
    return span;
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
