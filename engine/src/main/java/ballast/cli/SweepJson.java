package ballast.cli;

import ballast.sweep.Policy;
import ballast.sweep.Ranking.Ranked;
import ballast.sweep.Walk;
import ballast.sweep.WalkForward;
import java.util.List;
import java.util.Map;

/** A sweep as one JSON object. */
final class SweepJson {
  private static final int LISTED = 20;

  private SweepJson() {}

  static JsonLine of(Swept swept, SweepFiles files, double seconds) {
    Sought sought = swept.sought();
    JsonLine line =
        new JsonLine()
            .with("strategy", sought.tried().strategy())
            .with("objective", sought.objective().name())
            .with("sets", sought.candidates().accepted().size())
            .with("refused", sought.candidates().refused())
            .with("steps", sought.past().steps())
            .with("seconds", Math.round(seconds * 1e6) / 1e6)
            .with("best", set(swept, swept.first()))
            .with("worseThanDoingNothing", swept.isWorse())
            .with("liquidatedWithout", swept.alone().liquidated())
            .with("minWithout", swept.alone().lowestUniMmr().toString())
            .with("dropped", swept.ranking().dropped())
            .with(
                "ranking",
                swept.ranking().ranked().stream()
                    .limit(LISTED)
                    .map(each -> set(swept, each))
                    .toList());
    swept.walkForward().ifPresent(walk -> line.with("walkForward", folds(swept, walk)));
    return line.with("report", files.page().toString())
        .with("csv", files.table().toString())
        .with("manifest", files.manifest().toString());
  }

  private static JsonLine folds(Swept swept, WalkForward walk) {
    List<Map<String, Object>> folds =
        walk.folds().stream()
            .map(
                fold ->
                    new JsonLine()
                        .with("inSample", set(swept, fold.chosen()))
                        .with("outOfSample", figures(swept, fold.after()).fields())
                        .fields())
            .toList();
    return new JsonLine()
        .with("folds", folds)
        .with("holdOut", figures(swept, walk.holdOut()).fields());
  }

  private static Map<String, Object> set(Swept swept, Ranked<Policy, Walk> ranked) {
    return figures(swept, ranked.result())
        .with("parameters", ranked.candidate().point().values())
        .fields();
  }

  private static JsonLine figures(Swept swept, Walk walk) {
    return new JsonLine()
        .with("objective", swept.objective().of(walk).toPlainString())
        .with("breached", swept.objective().isBreached(walk))
        .with("liquidated", walk.liquidatedBy().isPresent())
        .with("lowestUniMmr", walk.lowest().toString())
        .with("ldusdtInFuturesMean", walk.meanInFutures().toString())
        .with("transfers", walk.transfers());
  }
}
