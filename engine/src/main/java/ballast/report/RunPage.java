package ballast.report;

import ballast.journal.Intent;
import ballast.strategy.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the template of a run's page asks for. The template escapes every text of the run. */
final class RunPage {
  private static final int LISTED = 400;
  private static final String SCRIPT = Pages.resource("/ballast/report/run.js");

  private final Run run;
  private final LogScale scale;

  RunPage(Run run) {
    this.run = run;
    this.scale = LogScale.of(run);
  }

  Run run() {
    return run;
  }

  String style() {
    return Pages.style();
  }

  String script() {
    return SCRIPT;
  }

  String chartLibrary() {
    return ChartLibrary.TEXT;
  }

  String policy() {
    return ContentPolicy.of(style(), chartLibrary(), script());
  }

  /** Digits and punctuation alone, so it stands in the page unescaped. */
  String data() {
    return new RunData(run, scale).json();
  }

  String grade() {
    return Outcome.of(run.with(), run.without()).grade().name().toLowerCase(Locale.ROOT);
  }

  /** The run's own figures and, where they are known, those that every run has. */
  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure("Lowest uniMMR with Ballast", Shown.multiple(run.with().lowest())));
    figures.add(new Figure("Lowest uniMMR left alone", Shown.multiple(run.without().lowest())));
    figures.addAll(run.figures());
    run.replay()
        .ifPresent(
            replay ->
                figures.add(
                    new Figure(
                        "Decisions replayed",
                        Shown.count(replay.decisions())
                            + (replay.mismatches() == 0
                                ? ", all equal"
                                : ", " + Shown.count(replay.mismatches()) + " differ"))));
    run.weight()
        .ifPresent(
            weight -> {
              figures.add(new Figure("Request weight used", Shown.count(weight.used())));
              figures.add(
                  new Figure(
                      "Asking both ways every tick",
                      Shown.count(weight.bothDirectionsEveryTick())));
            });
    return figures;
  }

  boolean isClipped() {
    return scale.clips(run);
  }

  String top() {
    return Shown.multiple(new Ratio(scale.topE8()));
  }

  boolean hasOther() {
    return run.transfers().stream().anyMatch(transfer -> !Executed.is(transfer));
  }

  List<Intent> listed() {
    return run.transfers().subList(0, Math.min(LISTED, run.transfers().size()));
  }

  String transfersLine() {
    int all = run.transfers().size();
    return all <= LISTED
        ? "All " + Shown.count(all) + " of this run, in order."
        : "The first "
            + LISTED
            + " of "
            + Shown.count(all)
            + "; \"ballast report transfers\" lists them all.";
  }

  String decided(Intent transfer) {
    return Shown.minute(transfer.decidedAtMillis());
  }

  String direction(Intent transfer) {
    return switch (transfer.direction()) {
      case EARN_TO_FUTURE -> "▲ into Futures";
      case FUTURE_TO_EARN -> "▼ back to Earn";
    };
  }

  String amount(Intent transfer) {
    return Shown.money(transfer.amount());
  }

  String state(Intent transfer) {
    return transfer.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
