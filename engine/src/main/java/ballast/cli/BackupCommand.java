package ballast.cli;

import ballast.journal.Backup;
import ballast.journal.Backups;
import ballast.journal.Journal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "backup",
    description = {
      "Copy the journal to one file while the engine runs, or cold.",
      "The copy is opened, walked and compared before it counts. Prints each head: keep them apart."
    })
final class BackupCommand extends Subcommand {
  @Mixin JournalOptions journal = new JournalOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE|DIR",
      description = "A new file, or a folder (default: the folder backups beside the journal).")
  @Nullable String out;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "Delete all but the newest N backups in the folder (default: keep all).")
  @Nullable Integer keep;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  BackupCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    if (keep != null && keep < 1) {
      throw new Failure(ExitCode.USAGE, "--keep takes 1 or more, got " + keep);
    }
    JournalPlace place = journal.place(this);
    if (place.url().isPresent()) {
      throw new Failure(
          ExitCode.USAGE,
          "a journal in PostgreSQL is backed up with pg_dump; backup is for a journal in a folder");
    }
    return session.journals().with(place, open -> backup(open, place.directory()));
  }

  private int backup(Journal open, Path directory) {
    long now = session.wiring().clock().millis();
    Path given =
        out == null ? directory.resolve(Backups.FOLDER) : session.terminal().path(Path.of(out));
    boolean folder = out == null || Files.isDirectory(given) || out.endsWith("/");
    if (keep != null && !folder) {
      throw new Failure(ExitCode.USAGE, "--keep needs --out to be a folder, " + given + " is none");
    }
    Backup backup = open.backup(folder ? given.resolve(Backups.name(now)) : given, now);
    print(backup, keep == null ? List.of() : Backups.keep(given, keep));
    return ExitCode.DONE;
  }

  private void print(Backup backup, List<Path> deleted) {
    if (json) {
      print(
          new JsonLine()
              .with("file", backup.file().toString())
              .with("bytes", backup.bytes())
              .with("decisions", backup.decisions())
              .with("heads", backup.heads())
              .with("archives", backup.archives().stream().map(Path::toString).toList())
              .with("missingArchives", backup.missing().stream().map(Path::toString).toList())
              .with("deleted", deleted.stream().map(Path::toString).toList())
              .toString());
      return;
    }
    print("backup      " + backup.file());
    print("size        " + backup.bytes() + " bytes");
    print("decisions   " + backup.decisions());
    backup.heads().forEach((account, head) -> print("head        " + account + " " + head));
    if (!backup.archives().isEmpty()) {
      print("archives    " + backup.archives().size() + " files are not in it: copy them too");
    }
    backup.archives().forEach(archive -> print("            " + archive));
    backup.missing().forEach(archive -> print("missing     " + archive + " (or damaged)"));
    deleted.forEach(old -> print("deleted     " + old));
  }
}
