package ballast.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the template of a sweep's page asks for. The template escapes every text. */
final class SweepPage {
  private static final int SPOTS = 4_000;
  private static final String SCRIPT = Pages.resource("/ballast/report/sweep.js");
  private static final String STYLE = Pages.style() + Pages.resource("/ballast/report/sweep.css");

  private final Sweep sweep;

  SweepPage(Sweep sweep) {
    this.sweep = sweep;
  }

  Sweep sweep() {
    return sweep;
  }

  String style() {
    return STYLE;
  }

  String script() {
    return SCRIPT;
  }

  String chartLibrary() {
    return ChartLibrary.TEXT;
  }

  String policy() {
    return ContentPolicy.of(style(), chartLibrary(), script());
  }

  String grade() {
    return sweep.grade().name().toLowerCase(Locale.ROOT);
  }

  List<Cell> head(Table<?> table) {
    return Pages.head(table);
  }

  <R> List<List<Cell>> rows(Table<R> table) {
    List<List<Cell>> rows = new ArrayList<>();
    table.rows().accept(row -> rows.add(Pages.cells(table, row)));
    return rows;
  }

  boolean isThinned() {
    return sweep.spots().size() > SPOTS;
  }

  String spots() {
    return Shown.count(SPOTS);
  }

  /** Digits and punctuation alone, so it stands in the page unescaped: held, lowest, rank. */
  String data() {
    List<List<String>> kinds = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < sweep.spots().size(); i++) {
      Sweep.Spot spot = sweep.spots().get(i);
      if (i < SPOTS || spot.front()) {
        kinds
            .get(spot.front() ? 0 : spot.breached() ? 2 : 1)
            .add("[" + spot.held() + "," + spot.lowest() + "," + (i + 1) + "]");
      }
    }
    return kinds.stream()
        .map(kind -> kind.stream().collect(Collectors.joining(",", "[", "]")))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
