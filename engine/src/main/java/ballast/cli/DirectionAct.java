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
    List<String> accounts = open.reader().accounts();
    if (account != null && !accounts.contains(account)) {
      throw new Failure(
          ExitCode.USAGE,
          "the journal has no account " + account + "; it has " + String.join(", ", accounts));
    }
    List<String> meant = account == null ? accounts : List.of(account);
    meant.forEach(each -> requirePermitted(open, each));
    for (String each : meant) {
      open.act(
          new OperatorAct(
              each, session.nowMillis(), kind, Optional.ofNullable(direction), 0, reason));
      print(each + ": " + (direction == null ? "both directions" : direction) + " " + done);
    }
    return ExitCode.DONE;
  }

  /** Throws a {@link Failure} when this account needs more than was given; none do by default. */
  void requirePermitted(Journal open, String name) {}
}
