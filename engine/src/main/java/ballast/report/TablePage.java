package ballast.report;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/**
 * What the template of a table's page asks for, in this order: what the chart draws and the notes
 * say is known only once the rows have gone by.
 */
final class TablePage<R> {
  private static final String SCRIPT = Pages.resource("/ballast/report/table.js");

  private final Table<R> table;
  private final Optional<ChartData<R>> chart;

  TablePage(Table<R> table) {
    this.table = table;
    this.chart = table.chart().map(ChartData::new);
  }

  String title() {
    return table.title();
  }

  String style() {
    return Pages.style();
  }

  String policy() {
    return hasChart()
        ? ContentPolicy.of(style(), chartLibrary(), SCRIPT)
        : ContentPolicy.of(style());
  }

  boolean hasChart() {
    return chart.isPresent();
  }

  String chartTitle() {
    return table.chart().map(Chart::title).orElse("");
  }

  List<Cell> head() {
    return table.columns().stream()
        .map(column -> new Cell(column.name(), Pages.style(column), column.name()))
        .toList();
  }

  Content rows() {
    return output ->
        table
            .rows()
            .accept(
                row -> {
                  chart.ifPresent(data -> data.add(row));
                  Pages.row(Pages.cells(table, row), output);
                });
  }

  List<String> notes() {
    return table.notes().get();
  }

  /** Every text in it is escaped for where it stands. */
  String data() {
    return chart.map(ChartData::json).orElse("");
  }

  String chartLibrary() {
    return ChartLibrary.TEXT;
  }

  String script() {
    return SCRIPT;
  }
}
