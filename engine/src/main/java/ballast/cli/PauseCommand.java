package ballast.cli;

import ballast.journal.OperatorAct;
import picocli.CommandLine.Command;

@Command(
    name = "pause",
    description = {
      "Stop moves, in one direction or both; a running engine obeys at its next tick.",
      "Pausing one direction never blocks the other."
    })
final class PauseCommand extends DirectionAct {
  PauseCommand(Session session) {
    super(session, OperatorAct.Kind.PAUSE, "paused");
  }
}
