package ballast.cli;

import ballast.journal.Intent;
import ballast.journal.Journal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "resolve",
    description = {
      "Say what became of a HELD transfer, after looking at the exchange.",
      "The account moves again at its next tick."
    })
final class ResolveCommand extends Subcommand {
  @Mixin JournalOptions journal = new JournalOptions();

  @Parameters(
      index = "0",
      paramLabel = "INTENT",
      description = "The intent's number, from status or report transfers.")
  long intent;

  @Parameters(
      index = "1",
      paramLabel = "applied|not-applied",
      description = "Whether the transfer was executed.")
  String result = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "How you know, for the journal.")
  String reason = "";

  ResolveCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    boolean applied =
        switch (result) {
          case "applied" -> true;
          case "not-applied" -> false;
          default ->
              throw new Failure(
                  ExitCode.USAGE, "say applied or not-applied, got \"" + result + "\"");
        };
    return session.journals().with(journal.place(this), open -> resolve(open, applied));
  }

  private int resolve(Journal open, boolean applied) {
    OperatorActs acts = new OperatorActs(open, session::nowMillis);
    String account = acts.intent(intent).map(Intent::account).orElse("");
    acts.resolve(intent, applied, reason)
        .ifPresent(
            why -> {
              throw new Failure(ExitCode.USAGE, why);
            });
    print(account + ": intent " + intent + " resolved as " + result);
    return ExitCode.DONE;
  }
}
