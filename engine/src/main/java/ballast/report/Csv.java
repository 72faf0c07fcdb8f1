package ballast.report;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * RFC 4180: CRLF, quotes where needed and doubled inside. A text that a spreadsheet would run as a
 * formula (it begins with = + - @, a tab or a carriage return) is given a leading apostrophe;
 * numbers and times are never touched.
 */
final class Csv {
  private static final String END = "\r\n";
  private static final String NEEDS_QUOTES = ",\"\r\n";

  private Csv() {}

  static <R> void write(Table<R> table, Sink out) {
    out.print(line(table.columns(), column -> quoted(column.name())));
    table.rows().accept(row -> out.print(line(table.columns(), column -> value(column, row))));
  }

  private static <R> String line(List<Column<R>> columns, Function<Column<R>, String> cell) {
    StringJoiner line = new StringJoiner(",", "", END);
    for (Column<R> column : columns) {
      line.add(cell.apply(column));
    }
    return line.toString();
  }

  private static <R> String value(Column<R> column, R row) {
    String value = column.value().apply(row).orElse("");
    return column.kind() == Column.Kind.TEXT ? quoted(harmless(value)) : value;
  }

  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quoted(String text) {
    return isPlain(text) ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (NEEDS_QUOTES.indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }
}
