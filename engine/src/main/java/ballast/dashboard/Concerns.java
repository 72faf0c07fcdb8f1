package ballast.dashboard;

import ballast.decide.Decision;
import ballast.journal.Books;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.OperatorAct;
import ballast.notify.TickReport;
import ballast.strategy.AccountStatus;
import ballast.strategy.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says in plain words what is wrong and what to do. Pure. */
final class Concerns {
  private static final int MUCH_PERCENT = 80;

  private Concerns() {}

  /** Everything that a person should know, problems first. */
  static List<Concern> of(Engine engine, List<Standing> standings) {
    List<Concern> concerns = new ArrayList<>();
    ofEngine(engine, concerns);
    for (Standing standing : standings) {
      ofAccount(standing, concerns);
    }
    concerns.sort(Comparator.comparing(Concern::level));
    return concerns;
  }

  private static void ofEngine(Engine engine, List<Concern> concerns) {
    if (engine.journalBroken()) {
      concerns.add(
          Concern.problem(
              "",
              "The journal can no longer be written, so nothing is decided or moved.",
              "The log says why; make room on the disk or bring the database back, then start the"
                  + " engine again."));
    }
    if (engine.bannedUntilMillis() > engine.nowMillis()) {
      concerns.add(
          Concern.problem(
              "",
              "The exchange has banned this address until "
                  + Figures.time(engine.bannedUntilMillis())
                  + "; until then nothing is read or moved.",
              "Find the other program that calls from this address. If margin is low, move by hand"
                  + " from another address."));
    }
    engine.weights().stream()
        .filter(weight -> weight.used() * 100 >= weight.limit() * MUCH_PERCENT)
        .forEach(
            weight ->
                concerns.add(
                    Concern.notice(
                        "",
                        weight.endpoint()
                            + " has used "
                            + weight.used()
                            + " of "
                            + weight.limit()
                            + " weight a minute.",
                        "Look for another program that calls from this address, or let the"
                            + " schedule be slower.")));
    if (engine.mode().equals("dry-run")) {
      concerns.add(
          Concern.notice(
              "",
              "This is a dry run: decisions are journaled, nothing is moved.",
              "Nothing. The first live day is described in docs/operating.md."));
    }
  }

  private static void ofAccount(Standing standing, List<Concern> concerns) {
    if (standing.standsBy()) {
      concerns.add(
          Concern.notice(
              standing.id(),
              standing.last().map(TickReport::describe).orElse("") + ".",
              "Nothing: it takes over when that engine stops. Look at that engine's page."));
      return;
    }
    if (standing.books().isEmpty() && standing.last().isPresent()) {
      concerns.add(
          Concern.problem(
              standing.id(),
              "The journal does not answer, so pauses and open transfers are not shown.",
              "The log says why; look at the disk or at the database."));
    }
    overdue(standing).ifPresent(concerns::add);
    standing.books().flatMap(Books::open).map(Concerns::open).ifPresent(concerns::add);
    status(standing).ifPresent(concerns::add);
    belowLower(standing).ifPresent(concerns::add);
    pauses(standing, concerns);
    skipped(standing).ifPresent(concerns::add);
  }

  private static Optional<Concern> overdue(Standing standing) {
    return standing.overdue()
        ? Optional.of(
            Concern.problem(
                standing.id(),
                "No decision in time: the last was "
                    + standing
                        .decision()
                        .map(made -> "at " + Figures.time(made.facts().situation().nowMillis()))
                        .orElse("before this engine was started")
                    + ". "
                    + standing.last().map(TickReport::describe).orElse("There was no tick yet")
                    + ".",
                "The account is as it was then. If it was near its lower level, move by hand at"
                    + " the exchange; look at the reason above and at the log."))
        : Optional.empty();
  }

  private static Concern open(Intent intent) {
    String transfer = "Transfer " + intent.id();
    if (intent.state() == IntentState.HELD) {
      return Concern.problem(
          intent.account(),
          transfer
              + " is HELD: the balances prove neither that it was executed nor that it was not."
              + " Nothing more is moved for this account.",
          "Compare both balances at the exchange with the evidence below, then resolve it.");
    }
    if (intent.state() == IntentState.UNKNOWN) {
      return Concern.problem(
          intent.account(),
          transfer + " was sent, and no answer says whether it was executed.",
          "Wait: balances settle it within some minutes, or it becomes HELD. It is never sent"
              + " twice.");
    }
    return Concern.notice(
        intent.account(),
        transfer + " is " + intent.state() + ": it waits to be visible in both balances.",
        "Nothing.");
  }

  private static Optional<Concern> status(Standing standing) {
    return standing
        .decision()
        .map(decision -> decision.facts().standing().status())
        .filter(status -> status != AccountStatus.NORMAL)
        .map(
            status ->
                Concern.problem(
                    standing.id(),
                    "The exchange has the account as " + status + ".",
                    status.isLiquidating()
                        ? "The exchange has taken the account over; Ballast moves nothing into it."
                        : "Add collateral or reduce positions at the exchange, if the rescue does"
                            + " not suffice."));
  }

  private static Optional<Concern> belowLower(Standing standing) {
    return standing
        .uniMmr()
        .filter(standing.levels()::isAbove)
        .flatMap(
            uniMmr ->
                standing
                    .decision()
                    .map(
                        decision ->
                            belowLower(
                                standing.id(),
                                "uniMMR "
                                    + Figures.text(uniMmr)
                                    + " is below the lower level "
                                    + standing
                                        .levels()
                                        .lower()
                                        .map(level -> Figures.level(level.at()))
                                        .orElse("")
                                    + ".",
                                decision)));
  }

  private static Concern belowLower(String account, String what, Decision decision) {
    return switch (decision.kind()) {
      case MOVE ->
          Concern.notice(
              account,
              what + " " + Figures.rounded(decision.amount()) + " LDUSDT were sent into Futures.",
              "Nothing: the next decision shows what that came to.");
      case REFUSED ->
          Concern.problem(
              account,
              what + " The rescue was refused: " + decision.reason() + ".",
              "Lift what forbids it, or move by hand at the exchange.");
      case HOLD ->
          Concern.problem(
              account,
              what + " Nothing was moved: " + decision.reason() + ".",
              "See whether Earn still has LDUSDT, and add collateral or reduce positions at the"
                  + " exchange.");
    };
  }

  private static void pauses(Standing standing, List<Concern> concerns) {
    if (standing.pauses().isEmpty()) {
      return;
    }
    for (Direction direction : Direction.values()) {
      standing
          .pauses()
          .get()
          .of(direction)
          .ifPresent(act -> concerns.add(paused(standing.id(), direction, act)));
    }
  }

  private static Concern paused(String account, Direction direction, OperatorAct act) {
    String what =
        Directions.text(direction)
            + " is paused since "
            + Figures.time(act.atMillis())
            + (act.reason().isBlank() ? ", no reason given." : ": " + act.reason() + ".");
    return direction == Direction.EARN_TO_FUTURE
        ? Concern.problem(
            account,
            what,
            "No rescue goes out, however low margin is. Resume it below once the reason is gone.")
        : Concern.notice(account, what, "Resume it below once the reason is gone.");
  }

  private static Optional<Concern> skipped(Standing standing) {
    return standing
        .last()
        .filter(report -> report instanceof TickReport.Skipped && !standing.overdue())
        .map(TickReport.Skipped.class::cast)
        .map(
            skipped ->
                Concern.notice(
                    standing.id(),
                    "The last tick was skipped: " + skipped.reason() + ".",
                    "Nothing yet: when it goes on, decisions become overdue and this page says"
                        + " so."));
  }
}
