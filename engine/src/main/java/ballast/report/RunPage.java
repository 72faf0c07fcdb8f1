package ballast.report;

import ballast.strategy.Ratio;
import java.util.ArrayList;
import java.util.List;

/** What the template of a run's page asks for. The template escapes every text of the run. */
final class RunPage extends ChartPage {
  private final Run run;
  private final LogScale scale;

  RunPage(Run run) {
    this.run = run;
    this.scale = LogScale.of(run);
  }

  Run run() {
    return run;
  }

  @Override
  String brand() {
    return "Ballast run report";
  }

  @Override
  String title() {
    return run.title();
  }

  @Override
  String subtitle() {
    return run.subtitle();
  }

  @Override
  String data() {
    return new RunData(run, scale).json();
  }

  String grade() {
    return grade(Outcome.of(run.with(), run.without()));
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
    return run.transfers().stream().anyMatch(transfer -> !transfer.executed());
  }
}
