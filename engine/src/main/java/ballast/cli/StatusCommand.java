package ballast.cli;

import ballast.journal.Books;
import ballast.journal.Intent;
import ballast.journal.Journal;
import ballast.journal.Lease;
import ballast.journal.Pauses;
import ballast.journal.RecordedTick;
import ballast.strategy.Direction;
import ballast.strategy.Situation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "status",
    description =
        "Show each account's last decision, the engine that keeps it, open transfer, pauses; and the weight budget of a running engine.")
final class StatusCommand extends Subcommand {
  @Mixin JournalOptions journal = new JournalOptions();

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  StatusCommand(Session session) {
    super(session);
  }

  /** One account as the journal has it. */
  private record Standing(
      String account,
      Optional<RecordedTick> last,
      Books books,
      Pauses pauses,
      Optional<Lease> lease) {}

  @Override
  public Integer call() {
    return session.journals().with(journal.place(this), this::status);
  }

  private int status(Journal open) {
    open.flush();
    long now = session.nowMillis();
    List<Standing> standings = new ArrayList<>();
    for (String account : open.reader().accounts()) {
      standings.add(
          new Standing(
              account,
              open.reader().lastTick(account),
              open.books(account, now),
              Pauses.of(open, account, now),
              open.lease(account).filter(lease -> !lease.over())));
    }
    if (json) {
      print(
          new JsonLine()
              .with("running", session.running().isPresent())
              .with("accounts", standings.stream().map(StatusCommand::fields).toList())
              .with(
                  "weight",
                  session.running().map(fleet -> Weights.fields(fleet.budget())).orElse(List.of()))
              .toString());
    } else {
      describe(standings);
    }
    return ExitCode.DONE;
  }

  private void describe(List<Standing> standings) {
    print("engine: " + (session.running().isPresent() ? "running" : "not running"));
    for (Standing standing : standings) {
      print(
          standing.account()
              + ": "
              + standing.last().map(StatusCommand::line).orElse("no tick yet"));
      standing.lease().ifPresent(lease -> print("  " + lease.describe()));
      standing.books().open().ifPresent(intent -> print("  " + line(intent)));
      standing
          .pauses()
          .reasons()
          .forEach(
              (direction, reason) ->
                  print("  paused: " + direction + (reason.isEmpty() ? "" : ": " + reason)));
      standing
          .pauses()
          .restore()
          .ifPresent(restore -> print("  held until resumed: " + restore.reason()));
      print("  moved today: " + standing.books().movedToday() + " LDUSDT");
    }
    session.running().ifPresent(fleet -> Weights.lines(fleet.budget()).forEach(this::print));
  }

  private static String line(RecordedTick tick) {
    String time = Instant.ofEpochMilli(tick.atMillis()).toString();
    if (tick instanceof RecordedTick.Decided decided) {
      Situation situation = decided.decision().facts().situation();
      return time
          + " uniMMR "
          + Margin.text(situation)
          + ", "
          + decided.decision().kind()
          + ": "
          + decided.decision().reason();
    }
    return time + " SKIPPED: " + ((RecordedTick.Skipped) tick).reason();
  }

  private static String line(Intent intent) {
    return "open intent "
        + intent.id()
        + ": "
        + intent.direction()
        + " "
        + intent.amount()
        + " LDUSDT is "
        + intent.state()
        + (intent.detail().isEmpty() ? "" : ": " + intent.detail());
  }

  private static Object fields(Standing standing) {
    return new JsonLine()
        .with("account", standing.account())
        .with("last", standing.last().map(StatusCommand::line).orElse(""))
        .with("keptBy", standing.lease().map(Lease::owner).orElse(""))
        .with(
            "keptUntil",
            standing
                .lease()
                .map(lease -> Instant.ofEpochMilli(lease.untilMillis()).toString())
                .orElse(""))
        .with("openIntent", standing.books().open().map(Intent::id).orElse(0L))
        .with("openState", standing.books().open().map(intent -> intent.state().name()).orElse(""))
        .with("paused", standing.books().paused().stream().map(Direction::name).toList())
        .with("heldByRestore", standing.pauses().isHeldByRestore())
        .with("movedToday", standing.books().movedToday().toString())
        .fields();
  }
}
