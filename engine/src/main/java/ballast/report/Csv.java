package ballast.report;

import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * RFC 4180: CRLF, quotes where needed and doubled inside. A text that a spreadsheet would run as a
 * formula (it begins with = + - @, a tab or a carriage return) is given a leading apostrophe;
 * numbers and times are never touched.
 */
final class Csv {
  private static final String END = "\r\n";

  private Csv() {}

  static <R> void write(Table<R> table, Sink out) {
    out.print(table.columns().stream().map(column -> quoted(column.name())).collect(joined()))
        .print(END);
    table
        .rows()
        .accept(
            row ->
                out.print(
                        table.columns().stream().map(column -> cell(column, row)).collect(joined()))
                    .print(END));
  }

  private static <R> String cell(Column<R> column, R row) {
    String value = column.value().apply(row).orElse("");
    return quoted(column.kind() == Column.Kind.TEXT ? harmless(value) : value);
  }

  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(",");
  }
}
