package ballast.report;

/** Chart.js as it is put into pages. */
final class ChartLibrary {
  /** Without the link to its source map, which a browser's debugger would ask the network for. */
  static final String TEXT =
      Pages.resource("/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js")
          .replaceAll("(?m)^//# sourceMappingURL=.*$", "");

  private ChartLibrary() {}
}
