package ballast.cli;

import ballast.journal.OperatorAct;
import picocli.CommandLine.Command;

@Command(name = "resume", description = "Allow moves again, in one direction or both.")
final class ResumeCommand extends DirectionAct {
  ResumeCommand(Session session) {
    super(session, OperatorAct.Kind.RESUME, "resumed");
  }
}
