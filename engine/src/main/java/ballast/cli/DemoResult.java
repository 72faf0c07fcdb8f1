package ballast.cli;

import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.market.PricePath;
import ballast.paper.Movement;
import ballast.paper.PaperExchange;
import ballast.paper.Scenario;
import ballast.replay.Replayed;
import ballast.report.AsciiChart;
import ballast.report.Figure;
import ballast.report.Run;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a demo came to.
 *
 * @param weight what all its calls weighed
 * @param seconds it took
 * @param fsyncP99Millis of the disk it ran on
 * @param report the HTML file
 * @param directory the journal's
 */
record DemoResult(
    Scenario scenario,
    PaperExchange exchange,
    DemoWatch watch,
    Replayed replay,
    long weight,
    double seconds,
    double fsyncP99Millis,
    Path report,
    Path directory) {
  private static final int BOTH_DIRECTIONS = 3000;
  private static final int CHART_WIDTH = 96;
  private static final int CHART_HEIGHT = 18;

  /** Every decision replays. */
  boolean passed() {
    return replay.mismatches() == 0;
  }

  JsonLine json() {
    return new JsonLine()
        .with("scenario", scenario.name())
        .with("title", scenario.title())
        .with("ticks", watch.ticks())
        .with("decisions", watch.decisions())
        .with(
            "transfers",
            new JsonLine()
                .with("confirmed", watch.answered(IntentState.CONFIRMED))
                .with("rejected", watch.answered(IntentState.REJECTED))
                .with("unknown", watch.answered(IntentState.UNKNOWN)))
        .with(
            "moved",
            new JsonLine()
                .with("toFutures", moved(Direction.EARN_TO_FUTURE).toString())
                .with("toEarn", moved(Direction.FUTURE_TO_EARN).toString()))
        .with(
            "uniMmr",
            new JsonLine()
                .with("min", exchange.lowestUniMmr().toString())
                .with("minWithout", watch.alone().lowestUniMmr().toString())
                .with("last", watch.last().toString()))
        .with("liquidated", exchange.liquidatedAt().isPresent())
        .with("liquidatedWithout", watch.alone().liquidatedAt().isPresent())
        .with(
            "weight",
            new JsonLine().with("used", weight).with("bothDirectionsEveryTick", bothDirections()))
        .with(
            "replay",
            new JsonLine()
                .with("decisions", replay.decisions())
                .with("mismatches", replay.mismatches()))
        .with(
            "latency",
            new JsonLine()
                .with("ownMillisP99", rounded(watch.ownP99Millis()))
                .with("fsyncMillisP99", rounded(fsyncP99Millis)))
        .with("seconds", rounded(seconds))
        .with("ticksPerSecond", Math.round(watch.ticks() / seconds))
        .with("report", report.toString())
        .with("db", directory.toString());
  }

  List<String> text() {
    Run run = run(List.of());
    List<String> lines =
        new ArrayList<>(List.of(AsciiChart.draw(run, CHART_WIDTH, CHART_HEIGHT).split("\n")));
    lines.add("");
    lines.add(run.sentence());
    lines.add("");
    for (Figure figure : allFigures()) {
      lines.add(String.format(Locale.ROOT, "  %-34s %s", figure.name(), figure.value()));
    }
    lines.add("");
    lines.add("report   " + report);
    lines.add("journal  " + directory);
    lines.add("dated    " + dates());
    lines.add("next     ballast verify --db " + directory);
    lines.add("         ballast report transfers --db " + directory);
    return lines;
  }

  /** The engine lives by a clock that begins now, whatever the dates of the prices. */
  private String dates() {
    PricePath prices = scenario.prices();
    Instant end = Instant.ofEpochMilli(exchange.endMillis());
    Instant start = end.minusMillis(prices.endMillis() - prices.startMillis());
    return start.toString().substring(0, 10) + " to " + end.toString().substring(0, 10);
  }

  Run run(List<Intent> transfers) {
    return watch.run(
        transfers,
        Optional.of(new Run.Replayed(replay.decisions(), replay.mismatches())),
        Optional.of(new Run.Weight(weight, bothDirections())),
        figures());
  }

  /** What the report does not say of itself. */
  private List<Figure> figures() {
    return List.of(
        figure("Ticks", "%,d in %.1f s", watch.ticks(), seconds),
        figure(
            "Transfers",
            "%,d confirmed, %,d rejected, %,d unknown",
            watch.answered(IntentState.CONFIRMED),
            watch.answered(IntentState.REJECTED),
            watch.answered(IntentState.UNKNOWN)),
        figure("Moved to Futures", "%s LDUSDT", whole(moved(Direction.EARN_TO_FUTURE))),
        figure("Moved to Earn", "%s LDUSDT", whole(moved(Direction.FUTURE_TO_EARN))),
        figure(
            "Account's answer to transfer, p99",
            "%.1f ms (fsync alone %.1f ms)",
            watch.ownP99Millis(),
            fsyncP99Millis));
  }

  private List<Figure> allFigures() {
    List<Figure> figures = new ArrayList<>(figures());
    figures.add(
        figure(
            "Lowest uniMMR",
            "%s, left alone %s",
            Margin.text(exchange.lowestUniMmr()),
            Margin.text(watch.alone().lowestUniMmr())));
    figures.add(
        figure(
            "Request weight",
            "%,d, %.2f %% of asking both ways at every tick",
            weight,
            100.0 * weight / bothDirections()));
    figures.add(
        figure(
            "Decisions replayed", "%,d, %,d mismatches", replay.decisions(), replay.mismatches()));
    return figures;
  }

  private static Figure figure(String name, String format, Object... values) {
    return new Figure(name, String.format(Locale.ROOT, format, values));
  }

  private long bothDirections() {
    return watch.ticks() * BOTH_DIRECTIONS;
  }

  private Usdt moved(Direction direction) {
    return exchange.ledger().stream()
        .filter(movement -> movement.direction() == direction)
        .map(Movement::amount)
        .reduce(Usdt.ZERO, Usdt::plus);
  }

  private static String whole(Usdt amount) {
    return String.format(Locale.ROOT, "%,d", amount.e8() / Usdt.of(1).e8());
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
