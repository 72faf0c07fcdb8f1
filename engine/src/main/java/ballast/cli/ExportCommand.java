package ballast.cli;

import ballast.config.FileCause;
import ballast.journal.Journal;
import ballast.journal.Span;
import ballast.report.Export;
import ballast.report.WholeFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "export",
    description = {
      "Write decisions, transfers, calls and operator acts, a file each, for other tools.",
      "Files of an earlier export are replaced."
    })
final class ExportCommand extends Subcommand {
  @Mixin JournalOptions journal = new JournalOptions();
  @Mixin SpanOptions span = new SpanOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description = "csv or ndjson (one JSON object a line).")
  @SuppressWarnings("NullAway.Init")
  Export.Form format;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder for the files.")
  @SuppressWarnings("NullAway.Init")
  Path out;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  ExportCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    return session.journals().with(journal.place(this), this::export);
  }

  private int export(Journal open) {
    open.flush();
    Span asked = span.span(open.reader());
    Path folder = session.terminal().path(out);
    JsonLine rows = new JsonLine();
    List<String> lines = new ArrayList<>();
    try (WholeFiles files = new WholeFiles()) {
      for (Export export : Export.values()) {
        Path file = folder.resolve(export.label() + "." + format.extension());
        long written = export.write(open.reader(), asked, format, file, files);
        rows.with(export.label(), written);
        lines.add(file + " " + written + " rows");
      }
      files.complete();
    } catch (IOException e) {
      throw new Failure(
          ExitCode.USAGE, "the export could not be written to " + folder + ": " + FileCause.of(e));
    }
    if (json) {
      print(new JsonLine().with("dir", folder.toString()).with("rows", rows).toString());
    } else {
      lines.forEach(this::print);
    }
    return ExitCode.DONE;
  }
}
