package ballast.cli;

import ballast.journal.Upgrade;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "migrate",
    description = {
      "Bring a journal of an older Ballast up to date; stop its engine first.",
      "The file as it was is kept beside it, and put back if a step fails."
    })
final class MigrateCommand extends Subcommand {
  @Mixin JournalOptions journal = new JournalOptions();

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  MigrateCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    Upgrade upgrade = session.wiring().migrateJournal(journal.place(this));
    if (json) {
      print(
          new JsonLine()
              .with("before", upgrade.before())
              .with("after", upgrade.after())
              .with("kept", upgrade.kept().map(Object::toString).orElse(""))
              .toString());
    } else if (upgrade.changed()) {
      print("migrated    schema " + upgrade.before() + " to " + upgrade.after());
      upgrade.kept().ifPresent(file -> print("as it was   " + file));
    } else {
      print("nothing to do: schema " + upgrade.after() + " is what this Ballast writes");
    }
    return ExitCode.DONE;
  }
}
