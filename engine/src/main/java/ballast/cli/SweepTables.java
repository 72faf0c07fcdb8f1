package ballast.cli;

import ballast.report.Column;
import ballast.report.Column.Kind;
import ballast.report.Table;
import ballast.strategy.Usdt;
import ballast.sweep.Axis;
import ballast.sweep.Objective;
import ballast.sweep.Point;
import ballast.sweep.Policy;
import ballast.sweep.Ranking.Ranked;
import ballast.sweep.Walk;
import ballast.sweep.WalkForward;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** A sweep's tables: exact ones for files, short ones for people. */
final class SweepTables {
  private static final long WHOLE = 100_000_000L;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);

  private final Swept swept;

  /** A place in the ranking. */
  private record Place(int rank, Point point, Walk walk) {}

  /** A choice of the walk forward, where it was made or on what followed. */
  private record Choice(String stretch, Optional<Walk> chosenOn, Walk after, Point point) {}

  SweepTables(Swept swept) {
    this.swept = swept;
  }

  /** Everything, exact. */
  Table<?> exact() {
    List<Column<Place>> columns = new ArrayList<>();
    columns.add(Column.count("rank", place -> OptionalLong.of(place.rank())));
    for (Axis axis : swept.sought().space().axes()) {
      columns.add(Column.text(axis.name(), place -> value(place.point(), axis)));
    }
    columns.add(Column.text("state", place -> state(place.walk())));
    columns.add(Column.ratio("lowestUniMmr", place -> Optional.of(place.walk().lowest())));
    columns.add(
        Column.money("ldusdtInFuturesMean", place -> Optional.of(place.walk().meanInFutures())));
    columns.add(Column.count("transfers", place -> OptionalLong.of(place.walk().transfers())));
    columns.add(Column.money("toFutures", place -> Optional.of(place.walk().toFutures())));
    columns.add(Column.money("toEarn", place -> Optional.of(place.walk().toEarn())));
    columns.add(
        Column.count(
            "secondsBelowLow", place -> OptionalLong.of(place.walk().millisBelow() / 1_000)));
    if (swept.objective() instanceof Objective.LeastCost cost) {
      columns.add(
          new Column<>(
              "cost", Kind.DECIMAL, place -> Optional.of(cost.of(place.walk()).toPlainString())));
    }
    return Table.of("Ranking", columns, places(Integer.MAX_VALUE));
  }

  /** The first of the ranking, as people read it. */
  Table<?> shown(int most) {
    List<Column<Place>> columns = new ArrayList<>();
    columns.add(Column.count("rank", place -> OptionalLong.of(place.rank())));
    for (Axis axis : swept.sought().space().axes()) {
      columns.add(shown(axis.name(), place -> value(place.point(), axis)));
    }
    columns.add(shown("lowest uniMMR", place -> Margin.text(place.walk().lowest())));
    columns.add(shown("mean in Futures", place -> whole(place.walk().meanInFutures())));
    columns.add(shown("transfers", place -> "" + place.walk().transfers()));
    columns.add(shown("to Futures", place -> whole(place.walk().toFutures())));
    columns.add(shown("to Earn", place -> whole(place.walk().toEarn())));
    if (swept.objective() instanceof Objective.LeastCost cost) {
      columns.add(shown("cost", place -> cost(cost, place.walk())));
    }
    columns.add(Column.text("state", place -> state(place.walk())));
    int all = swept.ranking().ranked().size();
    String title = all > most ? "Ranking, the first " + most + " of " + all : "Ranking";
    return Table.of(title, columns, places(most));
  }

  /** Each choice beside what came of it. */
  Optional<Table<?>> walkForward() {
    return swept.walkForward().map(this::walkForward);
  }

  private Table<?> walkForward(WalkForward walk) {
    List<Choice> choices = new ArrayList<>();
    for (WalkForward.Fold fold : walk.folds()) {
      choices.add(
          new Choice(
              day(fold.fromMillis())
                  + " … "
                  + day(fold.chosenMillis())
                  + " … "
                  + day(fold.toMillis()),
              Optional.of(fold.chosen().result()),
              fold.after(),
              fold.chosen().candidate().point()));
    }
    choices.add(
        new Choice(
            day(walk.rankedOn().timeMillis(0))
                + " … "
                + day(walk.holdOutFromMillis())
                + " … hold-out",
            Optional.of(walk.ranking().best().result()),
            walk.holdOut(),
            walk.ranking().best().candidate().point()));
    List<Column<Choice>> columns = new ArrayList<>();
    columns.add(Column.text("chosen on … tried to", Choice::stretch));
    for (Axis axis : swept.sought().space().axes()) {
      columns.add(shown(axis.name(), choice -> value(choice.point(), axis)));
    }
    columns.add(measured("in sample", choice -> choice.chosenOn().orElseThrow()));
    columns.add(lowest("lowest in sample", choice -> choice.chosenOn().orElseThrow()));
    columns.add(measured("out of sample", Choice::after));
    columns.add(lowest("lowest out of sample", Choice::after));
    columns.add(Column.text("state", choice -> state(choice.after())));
    return Table.of(
        "Walk forward: " + swept.objective().name() + " where it was chosen, and after",
        columns,
        choices);
  }

  private Column<Choice> measured(String name, Function<Choice, Walk> walk) {
    return shown(
        name,
        choice ->
            String.format(
                Locale.ROOT,
                "%,d",
                swept
                    .objective()
                    .of(walk.apply(choice))
                    .setScale(0, RoundingMode.DOWN)
                    .longValueExact()));
  }

  private static Column<Choice> lowest(String name, Function<Choice, Walk> walk) {
    return shown(name, choice -> Margin.text(walk.apply(choice).lowest()));
  }

  private List<Place> places(int most) {
    List<Place> places = new ArrayList<>();
    for (Ranked<Policy, Walk> each : swept.ranking().ranked()) {
      if (places.size() == most) {
        break;
      }
      places.add(new Place(places.size() + 1, each.candidate().point(), each.result()));
    }
    return places;
  }

  private static <R> Column<R> shown(String name, Function<R, String> value) {
    return new Column<>(name, Kind.DECIMAL, row -> Optional.of(value.apply(row)));
  }

  private static String value(Point point, Axis axis) {
    return String.valueOf(point.values().get(axis.name()));
  }

  private String state(Walk walk) {
    if (walk.liquidatedBy().isPresent()) {
      return "liquidated";
    }
    return swept.objective().isBreached(walk) ? "breached" : "kept";
  }

  static String cost(Objective objective, Walk walk) {
    return String.format(
        Locale.ROOT, "%,.2f", objective.of(walk).setScale(2, RoundingMode.CEILING));
  }

  static String whole(Usdt amount) {
    return String.format(Locale.ROOT, "%,d", amount.e8() / WHOLE);
  }

  private static String day(long millis) {
    return DAY.format(Instant.ofEpochMilli(millis));
  }
}
