package ballast.cli;

import ballast.report.HeatMap;
import ballast.report.HeatMap.Row;
import ballast.report.HeatMap.Tile;
import ballast.sweep.Axis;
import ballast.sweep.Policy;
import ballast.sweep.Ranking.Ranked;
import ballast.sweep.Walk;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The first two axes of a sweep as a heat map; each cell is the best of what else was varied. */
final class SweepHeat {
  private static final int WIDEST = 60;

  private final Swept swept;
  private final Axis down;
  private final Axis across;
  private final Map<List<String>, Walk> best = new HashMap<>();

  private SweepHeat(Swept swept, Axis down, Axis across) {
    this.swept = swept;
    this.down = down;
    this.across = across;
    for (Ranked<Policy, Walk> each : swept.ranking().ranked()) {
      Map<String, String> values = each.candidate().point().values();
      best.putIfAbsent(
          List.of(
              String.valueOf(values.get(down.name())), String.valueOf(values.get(across.name()))),
          each.result());
    }
  }

  /** Empty unless two axes take more than one value and few enough to be read. */
  static Optional<HeatMap> of(Swept swept) {
    List<Axis> varied =
        swept.sought().space().axes().stream().filter(axis -> axis.values().size() > 1).toList();
    if (varied.size() < 2
        || varied.get(0).values().size() > WIDEST
        || varied.get(1).values().size() > WIDEST) {
      return Optional.empty();
    }
    return Optional.of(new SweepHeat(swept, varied.get(0), varied.get(1)).map());
  }

  private HeatMap map() {
    List<BigDecimal> kept =
        best.values().stream()
            .filter(walk -> !swept.objective().isBreached(walk))
            .map(swept.objective()::of)
            .sorted()
            .toList();
    List<Row> rows = new ArrayList<>();
    for (String value : down.values()) {
      List<Tile> tiles = new ArrayList<>();
      for (String other : across.values()) {
        Walk walk = best.get(List.of(value, other));
        tiles.add(walk == null ? Tile.empty() : tile(walk, kept));
      }
      rows.add(new Row(value, tiles));
    }
    return new HeatMap(
        "Best " + swept.objective().name() + " by " + down.name() + " and " + across.name(),
        down.name(),
        across.name(),
        across.values(),
        rows);
  }

  private Tile tile(Walk walk, List<BigDecimal> kept) {
    if (swept.objective().isBreached(walk)) {
      return Tile.breached(Margin.text(walk.lowest()));
    }
    BigDecimal value = swept.objective().of(walk);
    BigDecimal least = kept.get(0);
    BigDecimal most = kept.get(kept.size() - 1);
    double share =
        most.compareTo(least) == 0
            ? 0
            : value
                .subtract(least)
                .divide(most.subtract(least), 4, RoundingMode.HALF_EVEN)
                .doubleValue();
    return Tile.tinted(brief(value), share);
  }

  /** {@code 212 k} from a hundred thousand on. */
  private static String brief(BigDecimal value) {
    long whole = value.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    return whole >= 100_000
        ? String.format(Locale.ROOT, "%,d k", whole / 1_000)
        : String.format(Locale.ROOT, "%,d", whole);
  }
}
