package ballast.report;

import java.util.stream.Collectors;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Objects, one a line, as an array or as they are; the keys are the column names, null where a
 * value is absent.
 */
final class Json {
  private Json() {}

  static <R> void write(Table<R> table, Sink out) {
    Separator separator = new Separator();
    out.print("[");
    table.rows().accept(row -> out.print(separator.next()).print(object(table, row)));
    out.print("\n]\n");
  }

  /** One object a line and nothing else (NDJSON). */
  static <R> void writeLines(Table<R> table, Sink out) {
    table.rows().accept(row -> out.print(object(table, row)).print("\n"));
  }

  private static <R> String object(Table<R> table, R row) {
    return table.columns().stream()
        .map(column -> string(column.name()) + ":" + value(column, row))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static <R> String value(Column<R> column, R row) {
    return column
        .value()
        .apply(row)
        .map(text -> column.kind() == Column.Kind.COUNT ? text : string(text))
        .orElse("null");
  }

  private static String string(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, quoted);
    return quoted.append('"').toString();
  }

  /** A comma before every row but the first. */
  private static final class Separator {
    private String text = "\n";

    String next() {
      String now = text;
      text = ",\n";
      return now;
    }
  }
}
