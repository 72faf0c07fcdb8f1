package ballast.report;

import ballast.strategy.Ratio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Collects what a chart draws while the rows go by, in bounded memory: where there are too many
 * places, two neighbours become one and keep the lowest. As JSON it may stand in a script element,
 * whatever texts are in it.
 */
final class ChartData<R> {
  private static final int PLACES = 2_000;

  private final Chart<R> chart;
  private List<String> labels = new ArrayList<>();
  private final Map<String, Line> lines = new LinkedHashMap<>();
  private int rowsAPlace = 1;
  private int rowsInPlace;
  private String last = "";

  private static final class Line {
    private final String hue;
    private Map<Integer, Long> points = new LinkedHashMap<>();

    Line(String hue) {
      this.hue = hue;
    }
  }

  ChartData(Chart<R> chart) {
    this.chart = chart;
  }

  void add(R row) {
    place(chart.label().apply(row));
    for (Chart.Measure<R> measure : chart.measures()) {
      measure
          .e8()
          .apply(row)
          .ifPresent(
              e8 ->
                  line(chart.group().apply(row), measure)
                      .points
                      .merge(labels.size() - 1, e8, this::joined));
    }
  }

  /** A line must not hide a fall; bars are sums. */
  private long joined(long one, long other) {
    return chart.form() == Chart.Form.LINE ? Math.min(one, other) : one + other;
  }

  private Line line(String group, Chart.Measure<R> measure) {
    String name = group.isEmpty() ? measure.name() : group + ", " + measure.name();
    return lines.computeIfAbsent(name, any -> new Line(measure.hue()));
  }

  private void place(String label) {
    if (!labels.isEmpty() && label.equals(last)) {
      return;
    }
    last = label;
    if (labels.isEmpty() || rowsInPlace == rowsAPlace) {
      if (labels.size() == PLACES) {
        halve();
      }
      labels.add(label);
      rowsInPlace = 0;
    }
    rowsInPlace++;
  }

  private void halve() {
    List<String> fewer = new ArrayList<>();
    for (int i = 0; i < labels.size(); i += 2) {
      fewer.add(labels.get(i));
    }
    labels = fewer;
    for (Line line : lines.values()) {
      Map<Integer, Long> points = new LinkedHashMap<>();
      line.points.forEach((place, e8) -> points.merge(place / 2, e8, this::joined));
      line.points = points;
    }
    rowsAPlace *= 2;
  }

  String json() {
    return "{\"form\":"
        + string(chart.form().name())
        + ",\"labels\":"
        + labels.stream().map(ChartData::string).collect(Collectors.joining(",", "[", "]"))
        + ",\"lines\":"
        + lines.entrySet().stream()
            .map(one -> line(one.getKey(), one.getValue()))
            .collect(Collectors.joining(",", "[", "]"))
        + "}";
  }

  private static String line(String name, Line line) {
    return "{\"name\":"
        + string(name)
        + ",\"hue\":"
        + string(line.hue)
        + ",\"points\":"
        + line.points.entrySet().stream()
            .map(point -> "[" + point.getKey() + "," + new Ratio(point.getValue()) + "]")
            .collect(Collectors.joining(",", "[", "]"))
        + "}";
  }

  /** No text can end the script element: an angle bracket is written as its number. */
  private static String string(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, quoted);
    return quoted.append('"').toString().replace("<", "\\u003c").replace(">", "\\u003e");
  }
}
