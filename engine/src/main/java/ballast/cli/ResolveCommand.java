package ballast.cli;

import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.Journal;
import ballast.journal.OperatorAct;
import ballast.journal.Span;
import java.util.Optional;
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
    OperatorAct.Kind kind =
        switch (result) {
          case "applied" -> OperatorAct.Kind.RESOLVE_APPLIED;
          case "not-applied" -> OperatorAct.Kind.RESOLVE_NOT_APPLIED;
          default ->
              throw new Failure(
                  ExitCode.USAGE, "say applied or not-applied, got \"" + result + "\"");
        };
    if (reason.isBlank()) {
      throw new Failure(ExitCode.USAGE, "--reason must say how you know");
    }
    return session.journals().with(journal.place(this), open -> resolve(open, kind));
  }

  private int resolve(Journal open, OperatorAct.Kind kind) {
    Intent held =
        open.reader().intents(Span.everything()).stream()
            .filter(each -> each.id() == intent)
            .findFirst()
            .orElseThrow(() -> new Failure(ExitCode.USAGE, "the journal has no intent " + intent));
    if (held.state() != IntentState.HELD) {
      throw new Failure(
          ExitCode.USAGE,
          "intent " + intent + " is " + held.state() + "; only a HELD one can be resolved");
    }
    open.act(
        new OperatorAct(
            held.account(), session.nowMillis(), kind, Optional.empty(), intent, reason));
    print(held.account() + ": intent " + intent + " resolved as " + result);
    return ExitCode.DONE;
  }
}
