package ballast.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Columns and a source of rows. Rows are streamed, so a table of any length fits in memory; the
 * source must be able to give them more than once, because aligned text measures before it writes.
 *
 * @param <R> what a row is made of
 * @param title what the table shows, for pages
 * @param columns in the order in which they are written
 * @param rows hands every row, in order, to the consumer given
 * @param notes what people should read after the rows, such as totals; asked for once they are
 *     written, and left out where programs read
 * @param chart what a page draws of the rows
 */
public record Table<R>(
    String title,
    List<Column<R>> columns,
    Consumer<Consumer<R>> rows,
    Supplier<List<String>> notes,
    Optional<Chart<R>> chart) {
  public Table {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("a table must have a column");
    }
  }

  /** A table without notes and chart. */
  public Table(String title, List<Column<R>> columns, Consumer<Consumer<R>> rows) {
    this(title, columns, rows, List::of, Optional.empty());
  }

  Table<R> with(Supplier<List<String>> said) {
    return new Table<>(title, columns, rows, said, chart);
  }

  Table<R> with(Chart<R> drawn) {
    return new Table<>(title, columns, rows, notes, Optional.of(drawn));
  }

  /** A table of rows that are at hand. */
  public static <R> Table<R> of(String title, List<Column<R>> columns, List<R> rows) {
    return new Table<>(title, columns, sink -> rows.forEach(sink));
  }

  /**
   * Writes the table; flushes, does not close.
   *
   * @throws IOException when the writer fails
   */
  public void write(Format format, Writer out) throws IOException {
    try {
      Sink sink = new Sink(out);
      switch (format) {
        case TABLE -> AlignedText.write(this, sink);
        case CSV -> Csv.write(this, sink);
        case JSON -> Json.write(this, sink);
        case HTML -> Pages.table(this, sink);
      }
      out.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
