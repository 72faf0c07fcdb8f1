package ballast.cli;

import ballast.journal.Journal;
import ballast.journal.OperatorAct;
import picocli.CommandLine.Command;

@Command(
    name = "resume",
    description = {
      "Allow moves again, in one direction or both.",
      "After a restore --reason is needed: say how you know both balances."
    })
final class ResumeCommand extends DirectionAct {
  ResumeCommand(Session session) {
    super(session, OperatorAct.Kind.RESUME, "resumed");
  }

  @Override
  void requirePermitted(Journal open, String name) {
    Pauses pauses = Pauses.of(open, name, session.nowMillis());
    if (reason.isBlank() && pauses.isHeldByRestore()) {
      throw new Failure(
          ExitCode.USAGE,
          "account "
              + name
              + " was "
              + pauses.reasons().values().iterator().next()
              + ": compare both balances twice, 12 minutes apart, and say so with --reason");
    }
  }
}
