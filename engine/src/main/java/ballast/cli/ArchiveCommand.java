package ballast.cli;

import ballast.journal.Archived;
import ballast.journal.Archives;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "archive",
    description = {
      "Move what closed months have of ticks that moved nothing, and of calls, to compressed files;",
      "stop the engine first. Every command goes on to read them; the hash chain stays whole.",
      "An H2 file of 1 MiB and more is written anew without the room that is free in it.",
      "A month of an account is closed when the account has decided something after it (UTC)."
    })
final class ArchiveCommand extends Subcommand {
  @Mixin JournalOptions journal = new JournalOptions();

  @Option(
      names = "--until",
      paramLabel = "MONTH",
      description = "The last month, such as 2026-09 (default: the month before last).")
  @Nullable String until;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "The folder for the files (default: the folder archive beside the journal).")
  @Nullable Path to;

  @Option(names = "--dry-run", description = "Say what would be moved, and move nothing.")
  boolean dryRun;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  ArchiveCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    Archives.Order order =
        new Archives.Order(
            Optional.ofNullable(to).map(session.terminal()::path), lastMonth(), dryRun);
    Archives.Done done = session.wiring().archiveJournal(journal.place(this), order);
    if (json) {
      print(fields(done).toString());
    } else {
      describe(done, order.until());
    }
    return ExitCode.DONE;
  }

  private YearMonth lastMonth() {
    YearMonth now = YearMonth.from(session.wiring().clock().instant().atZone(ZoneOffset.UTC));
    if (until == null) {
      return now.minusMonths(2);
    }
    YearMonth month = parsed(until);
    if (!month.isBefore(now)) {
      throw new Failure(ExitCode.USAGE, "--until " + month + " is not over by UTC");
    }
    return month;
  }

  private static YearMonth parsed(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw new Failure(ExitCode.USAGE, "--until takes a month such as 2026-09, got " + text);
    }
  }

  private void describe(Archives.Done done, YearMonth last) {
    for (Archived month : done.months()) {
      print(
          (dryRun ? "would move  " : "moved       ")
              + month.account()
              + " "
              + month.month()
              + ": "
              + month.ticks()
              + " ticks, "
              + month.calls()
              + " calls"
              + month.file().map(file -> ", " + month.bytes() + " bytes in " + file).orElse(""));
    }
    if (done.months().isEmpty()) {
      print("nothing to move: no closed month up to " + last + " has ticks in the journal");
    }
    if (!dryRun) {
      advise(done);
    }
  }

  private void advise(Archives.Done done) {
    if (done.bytesAfter() < done.bytesBefore()) {
      print("journal     " + done.bytesBefore() + " bytes before, " + done.bytesAfter() + " now");
    }
    if (!done.compacted()) {
      print("The disk has too little room to write the journal anew; it reuses its own instead.");
    }
    if (done.months().isEmpty()) {
      return;
    }
    print("Copy these files to where backups go: a backup of the journal does not have them.");
  }

  private JsonLine fields(Archives.Done done) {
    return new JsonLine()
        .with("dryRun", dryRun)
        .with(
            "months",
            done.months().stream()
                .map(
                    month ->
                        new JsonLine()
                            .with("account", month.account())
                            .with("month", month.month().toString())
                            .with("ticks", month.ticks())
                            .with("calls", month.calls())
                            .with("file", month.file().map(Path::toString).orElse(""))
                            .with("bytes", month.bytes())
                            .fields())
                .toList())
        .with("bytesBefore", done.bytesBefore())
        .with("bytesAfter", done.bytesAfter())
        .with("compacted", done.compacted());
  }
}
