package ballast.cli;

import ballast.journal.OperatorAct;
import picocli.CommandLine.Command;

@Command(
    name = "resume",
    description = {
      "Allow moves again, in one direction or both.",
      "After a restore the quiet window must have passed, eleven minutes or more, and --reason",
      "is needed: say how you know both balances."
    })
final class ResumeCommand extends DirectionAct {
  ResumeCommand(Session session) {
    super(session, OperatorAct.Kind.RESUME, "resumed");
  }
}
