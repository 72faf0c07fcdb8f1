package ballast.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Fills the precompiled templates, which escape every text by where it stands. Safe for several
 * threads.
 */
final class Pages {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "ballast");
  private static final String STYLE = resource("/ballast/report/page.css");

  private Pages() {}

  static <R> void table(Table<R> table, Sink out) {
    fill("table.jte", Map.of("page", new TablePage<>(table)), out);
  }

  static void row(List<Cell> cells, TemplateOutput out) {
    fill("row.jte", Map.of("cells", cells), out);
  }

  static void fill(String template, Map<String, Object> values, Sink out) {
    fill(template, values, output(out));
  }

  private static void fill(String template, Map<String, Object> values, TemplateOutput out) {
    try {
      TEMPLATES.render("report/" + template, values, out);
    } catch (TemplateException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static TemplateOutput output(Sink out) {
    return new TemplateOutput() {
      @Override
      public void writeContent(String value) {
        out.print(value);
      }

      @Override
      public void writeContent(String value, int beginIndex, int endIndex) {
        out.print(value.substring(beginIndex, endIndex));
      }
    };
  }

  static List<Cell> head(Table<?> table) {
    return table.columns().stream()
        .map(column -> new Cell(column.name(), style(column), column.name()))
        .toList();
  }

  static <R> List<Cell> cells(Table<R> table, R row) {
    return table.columns().stream()
        .map(column -> new Cell(column.name(), style(column), column.value().apply(row).orElse("")))
        .toList();
  }

  static String style(Column<?> column) {
    return column.isRightAligned() ? "number" : "text";
  }

  static String style() {
    return STYLE;
  }

  /** A text that is shipped in the jar. */
  static String resource(String path) {
    try (InputStream stream = Pages.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException(path + " is missing from the jar: build it again");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
