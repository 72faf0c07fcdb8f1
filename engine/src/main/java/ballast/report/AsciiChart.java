package ballast.report;

import ballast.strategy.Ratio;
import java.util.Arrays;

/**
 * A run in plain ASCII, for a terminal: uniMMR with Ballast (#) and left alone (.), the lowest of
 * each column, on a logarithmic axis; X where an account was liquidated. Stateless.
 */
public final class AsciiChart {
  private static final int AXIS = 8;

  private AsciiChart() {}

  /**
   * Draws a run.
   *
   * @param width columns in all, at least 30
   * @param height rows of the picture without axis and key, at least 5
   * @return lines that each end with a newline
   * @throws IllegalArgumentException when it is too small or the run has no points
   */
  public static String draw(Run run, int width, int height) {
    if (width < 30 || height < 5) {
      throw new IllegalArgumentException(
          "a chart needs at least 30 columns and 5 rows, got " + width + " and " + height);
    }
    ChartArea area = new ChartArea(run, width - AXIS);
    LogScale scale = LogScale.of(run);
    char[][] rows = new char[height][width - AXIS];
    for (char[] row : rows) {
      Arrays.fill(row, ' ');
    }
    level(rows, scale, Course.LIQUIDATION.e8(), '_');
    run.band()
        .ifPresent(
            band -> {
              level(rows, scale, band.low().e8(), '-');
              level(rows, scale, band.high().e8(), '-');
            });
    line(rows, scale, area.lowest(run.without().uniMmr()), '.');
    line(rows, scale, area.lowest(run.with().uniMmr()), '#');
    end(rows, scale, area, run.without());
    end(rows, scale, area, run.with());
    return text(rows, scale, area);
  }

  private static void level(char[][] rows, LogScale scale, long e8, char mark) {
    Arrays.fill(rows[row(rows, scale, e8)], mark);
  }

  /** Joins each column to the one before it, so that a fall is seen as a line. */
  private static void line(char[][] rows, LogScale scale, long[] lowest, char mark) {
    int before = -1;
    for (int column = 0; column < lowest.length; column++) {
      if (lowest[column] == ChartArea.NOTHING) {
        continue;
      }
      int row = row(rows, scale, lowest[column]);
      int step = before < row ? 1 : -1;
      for (int joined = before < 0 ? row : before; joined != row; joined += step) {
        if (joined != before) {
          rows[joined][column] = mark;
        }
      }
      rows[row][column] = mark;
      before = row;
    }
  }

  private static void end(char[][] rows, LogScale scale, ChartArea area, Course course) {
    course
        .liquidatedAtMillis()
        .ifPresent(at -> rows[row(rows, scale, Course.LIQUIDATION.e8())][area.column(at)] = 'X');
  }

  private static int row(char[][] rows, LogScale scale, long e8) {
    return (int) Math.round((1 - scale.position(e8)) * (rows.length - 1));
  }

  private static String text(char[][] rows, LogScale scale, ChartArea area) {
    String[] labels = new String[rows.length];
    Arrays.fill(labels, "");
    for (long tick : scale.ticks()) {
      labels[row(rows, scale, tick)] = Shown.multiple(new Ratio(tick));
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.length; i++) {
      String label = " ".repeat(AXIS - 2 - labels[i].length()) + labels[i];
      text.append((label + " |" + new String(rows[i])).stripTrailing()).append('\n');
    }
    String from = Shown.minute(area.startMillis());
    String to = Shown.minute(area.endMillis());
    int space = Math.max(2, rows[0].length - from.length() - to.length());
    return text.append(" ".repeat(AXIS))
        .append(from)
        .append(" ".repeat(space))
        .append(to)
        .append('\n')
        .append(" ".repeat(AXIS))
        .append("# with Ballast   . left alone   X liquidated   - low, high   _ 1.05x\n")
        .toString();
  }
}
