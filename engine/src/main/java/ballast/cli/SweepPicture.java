package ballast.cli;

import ballast.report.Figure;
import ballast.report.Sweep;
import ballast.report.Sweep.Grade;
import ballast.report.Sweep.Spot;
import ballast.report.Table;
import ballast.sweep.ParetoFront;
import ballast.sweep.Policy;
import ballast.sweep.Ranking.Ranked;
import ballast.sweep.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A sweep as its page tells it. */
final class SweepPicture {
  private static final int LISTED = 400;

  private SweepPicture() {}

  static Sweep of(Swept swept) {
    SweepTables tables = new SweepTables(swept);
    List<Table<?>> shown = new ArrayList<>();
    tables.walkForward().ifPresent(shown::add);
    shown.add(tables.shown(LISTED));
    return new Sweep(
        swept.sought().tried().strategy() + " on " + swept.sought().past().source(),
        "ranked by "
            + swept.objective().name()
            + ", uniMMR above "
            + Margin.text(swept.objective().floor()),
        swept.verdict(),
        swept.isWorse() ? Grade.WORSE : swept.isDoubtful() ? Grade.EVEN : Grade.BETTER,
        figures(swept),
        SweepHeat.of(swept),
        spots(swept),
        shown,
        notes(swept));
  }

  private static List<Figure> figures(Swept swept) {
    Walk best = swept.first().result();
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure("Best set", swept.bestSet()));
    figures.add(new Figure("Its mean LDUSDT in Futures", SweepTables.whole(best.meanInFutures())));
    figures.add(new Figure("Its lowest uniMMR", Margin.text(best.lowest())));
    figures.add(new Figure("Its transfers", "" + best.transfers()));
    figures.add(new Figure("Lowest uniMMR left alone", Margin.text(swept.alone().lowestUniMmr())));
    figures.add(
        new Figure(
            "LDUSDT in Futures left alone", SweepTables.whole(swept.alone().meanInFutures())));
    figures.add(new Figure("Sets tried", "" + swept.sought().candidates().accepted().size()));
    figures.add(new Figure("Refused by the strategy", "" + swept.sought().candidates().refused()));
    return figures;
  }

  private static List<Spot> spots(Swept swept) {
    List<Ranked<Policy, Walk>> ranked = swept.ranking().ranked();
    List<Ranked<Policy, Walk>> kept =
        ranked.stream().filter(each -> !swept.objective().isBreached(each.result())).toList();
    Set<Policy> front = new HashSet<>();
    ParetoFront.of(kept).forEach(each -> front.add(each.candidate()));
    return ranked.stream()
        .map(
            each ->
                new Spot(
                    each.result().meanInFutures().e8() / 100_000_000L,
                    Math.floorDiv(each.result().lowest().e8(), 10_000L),
                    swept.objective().isBreached(each.result()),
                    front.contains(each.candidate())))
        .toList();
  }

  private static List<String> notes(Swept swept) {
    List<String> notes = new ArrayList<>();
    notes.add("Each set was walked over the past by the code that decides live.");
    if (!swept.sought().fixed().isEmpty()) {
      notes.add("Not varied: " + swept.sought().fixed() + ".");
    }
    swept
        .sought()
        .candidates()
        .firstRefusal()
        .ifPresent(why -> notes.add("Refused, for instance: " + why));
    if (!swept.ranking().dropped().isEmpty()) {
      notes.add(
          "Successive halving left behind, round by round: "
              + swept.ranking().dropped()
              + " sets.");
    }
    swept
        .walkForward()
        .ifPresent(
            walk ->
                notes.add(
                    "The ranking rests on what came before the hold-out, which was looked at once,"
                        + " with the chosen set."));
    return notes;
  }
}
