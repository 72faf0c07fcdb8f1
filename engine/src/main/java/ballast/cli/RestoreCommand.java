package ballast.cli;

import ballast.journal.Restore;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "restore",
    description = {
      "Make a journal of a backup. Every account in it moves nothing until resume --reason,",
      "because what was done after the backup is not in it."
    })
final class RestoreCommand extends Subcommand {
  @Parameters(index = "0", paramLabel = "BACKUP", description = "A file that backup wrote.")
  @SuppressWarnings("NullAway.Init")
  Path backup;

  @Option(
      names = "--dir",
      required = true,
      paramLabel = "DIR",
      description = "The journal's folder: dir of the configuration.")
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @Option(
      names = "--replace",
      description = "Move a journal that is there aside first; it is never deleted.")
  boolean replace;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  RestoreCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    Path to = session.terminal().path(directory);
    Restore.Done done =
        Restore.of(
            session.terminal().path(backup),
            to,
            replace,
            session.wiring().clock().millis(),
            session.wiring().nanoTime());
    if (json) {
      print(
          new JsonLine()
              .with("dir", to.toString())
              .with("decisions", done.decisions())
              .with("heads", done.heads())
              .with("aside", done.aside().map(Path::toString).orElse(""))
              .with("missingArchives", done.missing().stream().map(Path::toString).toList())
              .toString());
    } else {
      describe(done, to);
    }
    return ExitCode.DONE;
  }

  private void describe(Restore.Done done, Path to) {
    print("restored    " + to);
    print("decisions   " + done.decisions());
    done.heads().forEach((account, head) -> print("head        " + account + " " + head));
    done.aside().ifPresent(aside -> print("aside       " + aside));
    for (Path archive : done.missing()) {
      print("missing     " + archive + " (or damaged): put a copy there, verify needs it");
    }
    print("Every account is paused: a transfer may have been sent after the backup was made.");
    print(
        "Compare both balances twice, 12 minutes apart, then: ballast resume --reason TEXT --db "
            + to);
  }
}
