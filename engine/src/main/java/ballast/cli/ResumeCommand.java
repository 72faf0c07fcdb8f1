package ballast.cli;

import ballast.journal.Journal;
import ballast.journal.OperatorAct;
import ballast.tick.QuietWindow;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;

@Command(
    name = "resume",
    description = {
      "Allow moves again, in one direction or both.",
      "After a restore the quiet window must have passed, 12 minutes or more, and --reason is",
      "needed: say how you know both balances."
    })
final class ResumeCommand extends DirectionAct {
  ResumeCommand(Session session) {
    super(session, OperatorAct.Kind.RESUME, "resumed");
  }

  @Override
  void requirePermitted(Journal open, String name) {
    long now = session.nowMillis();
    Pauses pauses = Pauses.of(open, name, now);
    if (pauses.restoredAtMillis().isEmpty()) {
      return;
    }
    Duration quiet = QuietWindow.given(open.books(name, now).longestLag());
    Instant until = Instant.ofEpochMilli(pauses.restoredAtMillis().getAsLong()).plus(quiet);
    String restored = "account " + name + " was " + pauses.reasons().values().iterator().next();
    if (now < until.toEpochMilli()) {
      throw new Failure(
          ExitCode.USAGE,
          restored
              + ": a transfer may still be on its way, so it cannot be resumed before "
              + until
              + "; compare both balances now and then");
    }
    if (reason.isBlank()) {
      throw new Failure(
          ExitCode.USAGE,
          restored
              + ": compare both balances twice, "
              + (quiet.toMinutes() + 1)
              + " minutes apart, and say so with --reason");
    }
  }
}
