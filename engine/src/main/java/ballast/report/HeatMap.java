package ballast.report;

import java.util.List;

/**
 * A figure over two axes, as a table whose cells are tinted.
 *
 * @param title what is shown
 * @param down name of the axis whose values are rows
 * @param across name of the axis whose values are columns
 * @param columns values of that axis
 * @param rows one for each value of the other
 */
public record HeatMap(
    String title, String down, String across, List<String> columns, List<Row> rows) {
  /** Tints of cells that are not breached, 0 the best. */
  public static final int TINTS = 8;

  public HeatMap {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param name the value of its axis
   * @param cells one for each column
   */
  public record Row(String name, List<Tile> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One cell.
   *
   * @param text what is written in it
   * @param style {@code none}, {@code breached}, or {@code tint0} to {@code tint7}
   */
  public record Tile(String text, String style) {
    /** Where nothing was tried. */
    public static Tile empty() {
      return new Tile("", "none");
    }

    /** Where the floor was reached. */
    public static Tile breached(String text) {
      return new Tile(text, "breached");
    }

    /**
     * @param share 0 for the best to 1 for the worst
     */
    public static Tile tinted(String text, double share) {
      int tint = (int) Math.max(0, Math.min(TINTS - 1L, Math.round(share * (TINTS - 1))));
      return new Tile(text, "tint" + tint);
    }
  }
}
