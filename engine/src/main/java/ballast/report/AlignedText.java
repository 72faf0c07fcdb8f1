package ballast.report;

import java.util.List;

/**
 * Columns aligned by spaces, for a terminal. Two passes over the rows: one to measure, one to
 * write. Nothing is wrapped or cut; the last column carries no trailing spaces.
 */
final class AlignedText {
  private static final String GAP = "  ";

  private AlignedText() {}

  static <R> void write(Table<R> table, Sink out) {
    List<Column<R>> columns = table.columns();
    int[] widths = columns.stream().mapToInt(column -> column.name().length()).toArray();
    table
        .rows()
        .accept(
            row -> {
              for (int i = 0; i < widths.length; i++) {
                String value = cell(columns.get(i), row);
                widths[i] = Math.max(widths[i], value.codePointCount(0, value.length()));
              }
            });
    line(columns, widths, columns.stream().map(Column::name).toList(), out);
    table
        .rows()
        .accept(
            row ->
                line(
                    columns,
                    widths,
                    columns.stream().map(column -> cell(column, row)).toList(),
                    out));
    table.notes().get().forEach(note -> out.print(printable(note)).print("\n"));
  }

  private static <R> void line(
      List<Column<R>> columns, int[] widths, List<String> values, Sink out) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String value = values.get(i);
      // a journal read twice may have grown: a value wider than measured only bulges
      String space = " ".repeat(Math.max(0, widths[i] - value.codePointCount(0, value.length())));
      line.append(i == 0 ? "" : GAP);
      line.append(columns.get(i).isRightAligned() ? space + value : value + space);
    }
    out.print(line.toString().stripTrailing()).print("\n");
  }

  /** Control characters could steer the terminal: stored text never reaches it with them. */
  private static <R> String cell(Column<R> column, R row) {
    return printable(column.value().apply(row).orElse(""));
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "\uFFFD");
  }
}
