package ballast.report;

import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A run as a static SVG picture that follows the reader's light or dark colours: no script, nothing
 * from outside. For a README. Stateless.
 */
public final class SvgChart {
  private static final int WIDTH = 880;
  private static final int LEFT = 52;
  private static final int RIGHT = 120;
  private static final int TOP = 64;
  private static final int HEIGHT = 300;
  private static final int COLUMNS = WIDTH - LEFT - RIGHT;

  private SvgChart() {}

  /**
   * Writes the picture; flushes, does not close.
   *
   * @throws IOException when the writer fails
   * @throws IllegalArgumentException when the run has no points
   */
  public static void write(Run run, Writer out) throws IOException {
    Picture picture = picture(run);
    try {
      Pages.fill("picture.jte", Map.of("picture", picture), new Sink(out));
      out.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Picture picture(Run run) {
    ChartArea area = new ChartArea(run, COLUMNS);
    LogScale scale = LogScale.of(run);
    List<Picture.Level> levels = new ArrayList<>();
    levels.add(level("liquidation", Course.LIQUIDATION, "danger", scale));
    run.band()
        .ifPresent(
            band -> {
              levels.add(level("low", band.low(), "edge", scale));
              levels.add(level("low-target", band.lowTarget(), "target", scale));
              levels.add(level("high-target", band.highTarget(), "target", scale));
              levels.add(level("high", band.high(), "edge", scale));
            });
    List<Picture.Level> ticks =
        scale.ticks().stream()
            .map(e8 -> new Ratio(e8))
            .map(tick -> new Picture.Level(Shown.multiple(tick), y(scale, tick.e8()), "tick"))
            .toList();
    return new Picture(
        run.title(),
        run.sentence(),
        Shown.minute(area.startMillis()),
        Shown.minute(area.endMillis()),
        ticks,
        levels,
        path(area.lowest(run.with().uniMmr()), scale),
        path(area.lowest(run.without().uniMmr()), scale),
        moves(run, Direction.EARN_TO_FUTURE, area, scale),
        moves(run, Direction.FUTURE_TO_EARN, area, scale),
        deaths(run, area, scale));
  }

  private static List<Picture.Spot> moves(
      Run run, Direction direction, ChartArea area, LogScale scale) {
    Series line = run.with().uniMmr();
    if (line.isEmpty()) {
      return List.of();
    }
    return run.transfers().stream()
        .filter(transfer -> transfer.direction() == direction && transfer.executed())
        .map(Transfer::decidedAtMillis)
        .map(at -> new Picture.Spot("" + (LEFT + area.column(at)), y(scale, line.e8At(at))))
        .distinct()
        .toList();
  }

  private static Picture.Level level(String name, Ratio at, String style, LogScale scale) {
    return new Picture.Level(name + " " + at + "x", y(scale, at.e8()), style);
  }

  private static List<Picture.Spot> deaths(Run run, ChartArea area, LogScale scale) {
    return List.of(run.with(), run.without()).stream()
        .filter(Course::isLiquidated)
        .map(
            course ->
                new Picture.Spot(
                    Integer.toString(LEFT + area.column(course.liquidatedAtMillis().getAsLong())),
                    y(scale, Course.LIQUIDATION.e8())))
        .toList();
  }

  /** An SVG path through the lowest value of every pixel column. */
  private static String path(long[] lowest, LogScale scale) {
    StringBuilder path = new StringBuilder();
    String before = "";
    for (int column = 0; column < lowest.length; column++) {
      if (lowest[column] == ChartArea.NOTHING) {
        continue;
      }
      String y = y(scale, lowest[column]);
      boolean flat =
          y.equals(before)
              && column + 1 < lowest.length
              && lowest[column + 1] != ChartArea.NOTHING
              && y.equals(y(scale, lowest[column + 1]));
      if (!flat) {
        path.append(path.isEmpty() ? "M" : "L").append(LEFT + column).append(' ').append(y);
      }
      before = y;
    }
    return path.toString();
  }

  private static String y(LogScale scale, long e8) {
    return String.format(Locale.ROOT, "%.1f", TOP + (1 - scale.position(e8)) * HEIGHT);
  }
}
