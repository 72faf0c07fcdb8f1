package ballast.dashboard;

import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.IntentStep;
import ballast.journal.Journal;
import ballast.journal.Span;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts together what the page shows of a transfer that is not settled: all that is known of it. */
final class TransferPage {
  private final Journal journal;

  TransferPage(Journal journal) {
    this.journal = journal;
  }

  Page.Open of(Intent intent, Standing standing) {
    return new Page.Open(
        intent.id(),
        intent.state().name(),
        Figures.exact(intent.amount()) + " LDUSDT, " + Directions.text(intent.direction()),
        intent.state() == IntentState.HELD,
        meaning(intent),
        intent.reason(),
        evidence(intent, standing),
        steps(intent));
  }

  private static String meaning(Intent intent) {
    return switch (intent.state()) {
      case INTENT -> "Decided and durable; nothing was sent yet.";
      case SENDING -> "It may have left this machine; from here on it is never sent again.";
      case CONFIRMED -> "The exchange said success; it waits to be visible in both balances.";
      case UNKNOWN -> "It was sent and no answer says whether it was executed; both balances will.";
      case HELD ->
          "The balances prove neither that it was executed nor that it was not: a person must look.";
      case APPLIED -> "Balances show that it was executed.";
      case REJECTED, NOT_SENT, ABANDONED, NOT_APPLIED, SETTLED -> "It is settled.";
    };
  }

  private static List<Page.Figure> evidence(Intent intent, Standing standing) {
    List<Page.Figure> evidence = new ArrayList<>();
    evidence.add(new Page.Figure("Decided", Figures.time(intent.decidedAtMillis())));
    intent.sentAtMillis().ifPresent(at -> evidence.add(new Page.Figure("Sent", Figures.time(at))));
    evidence.add(
        new Page.Figure("Earn before", Figures.exact(intent.before().inEarn()) + " LDUSDT"));
    evidence.add(
        new Page.Figure("Futures before", Figures.exact(intent.before().inFutures()) + " LDUSDT"));
    standing
        .decision()
        .filter(made -> made.facts().situation().nowMillis() > intent.decidedAtMillis())
        .ifPresent(
            made ->
                evidence.add(
                    new Page.Figure(
                        "Futures at the last decision",
                        Figures.exact(new Usdt(made.facts().situation().ldusdtInFuturesE8()))
                            + " LDUSDT")));
    evidence.add(
        new Page.Figure(
            "Futures if it was executed",
            Figures.exact(
                    intent.direction() == Direction.EARN_TO_FUTURE
                        ? intent.before().inFutures().plus(intent.amount())
                        : intent.before().inFutures().minus(intent.amount()))
                + " LDUSDT"));
    return evidence;
  }

  /** Found by the time of the decision, which has an index. */
  private List<Page.Step> steps(Intent intent) {
    Span decided =
        new Span(
            Optional.of(intent.account()), intent.decidedAtMillis(), intent.decidedAtMillis() + 1);
    return journal.reader().steps(decided).stream()
        .filter(step -> step.intent() == intent.id())
        .map(TransferPage::step)
        .toList();
  }

  private static Page.Step step(IntentStep step) {
    return new Page.Step(Figures.time(step.atMillis()), step.state().name(), step.detail());
  }
}
