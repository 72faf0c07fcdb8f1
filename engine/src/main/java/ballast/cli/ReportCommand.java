package ballast.cli;

import ballast.journal.Journal;
import ballast.report.Format;
import ballast.report.ReportKind;
import ballast.report.Table;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "report",
    description = {
      "Show the journal as a table, CSV, JSON or HTML.",
      "daily: days added up. incidents: what was not routine. audit: chain heads. See docs/reports.md."
    })
final class ReportCommand extends Subcommand {
  @Mixin JournalOptions journal = new JournalOptions();
  @Mixin SpanOptions span = new SpanOptions();

  @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
  @SuppressWarnings("NullAway.Init")
  ReportKind kind;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "TABLE",
      description = "table, csv, json or html (default: table).")
  Format format = Format.TABLE;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write there instead of to the terminal.")
  @Nullable Path out;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "Whose days and clocks, such as Europe/Berlin (default: UTC).")
  String zone = "UTC";

  ReportCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    return session.journals().with(journal.place(this), this::report);
  }

  private int report(Journal open) {
    open.flush();
    ZoneId days = zone();
    Table<?> table = kind.table(open.reader(), span.span(open.reader(), days), days);
    Path file = out == null ? null : session.terminal().path(out);
    try (Writer writer = writer(file)) {
      table.write(format, writer);
    } catch (IOException e) {
      throw new Failure(
          ExitCode.USAGE, "the report could not be written to " + file + ": " + e.getMessage());
    }
    if (file != null) {
      note("wrote " + file);
    }
    return ExitCode.DONE;
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new Failure(
          ExitCode.USAGE, "\"" + zone + "\" is no time zone; write UTC or one like Europe/Berlin");
    }
  }

  private Writer writer(@Nullable Path file) throws IOException {
    return file == null
        ? new BufferedWriter(
            new OutputStreamWriter(new Unclosed(session.terminal().out()), StandardCharsets.UTF_8))
        : Files.newBufferedWriter(file);
  }
}
