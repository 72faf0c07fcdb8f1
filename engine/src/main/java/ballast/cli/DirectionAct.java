package ballast.cli;

import ballast.journal.Journal;
import ballast.journal.OperatorAct;
import ballast.strategy.Direction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Pause and resume: the same act with the other sign. */
abstract class DirectionAct extends Subcommand {
  private final OperatorAct.Kind kind;
  private final String done;

  @Mixin JournalOptions journal = new JournalOptions();

  @Option(
      names = "--direction",
      paramLabel = "D",
      description = "EARN_TO_FUTURE or FUTURE_TO_EARN (default: both).")
  @Nullable Direction direction;

  @Option(names = "--account", paramLabel = "ID", description = "One account (default: all).")
  @Nullable String account;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Why, for the journal.")
  String reason = "";

  DirectionAct(Session session, OperatorAct.Kind kind, String done) {
    super(session);
    this.kind = kind;
    this.done = done;
  }

  @Override
  public final Integer call() {
    return session.journals().with(journal.place(this), this::act);
  }

  private int act(Journal open) {
    OperatorActs acts = new OperatorActs(open, session::nowMillis);
    List<String> meant = account == null ? open.reader().accounts() : List.of(account);
    meant.forEach(each -> requirePermitted(acts.objection(kind, each, reason)));
    for (String each : meant) {
      requirePermitted(acts.act(kind, each, Optional.ofNullable(direction), reason));
      print(each + ": " + (direction == null ? "both directions" : direction) + " " + done);
    }
    return ExitCode.DONE;
  }

  private static void requirePermitted(Optional<String> objection) {
    objection.ifPresent(
        why -> {
          throw new Failure(ExitCode.USAGE, why);
        });
  }
}
