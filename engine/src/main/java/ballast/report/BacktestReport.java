package ballast.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A backtest as files: {@code report.html}, one page that needs nothing else and asks the network
 * for nothing, and beside it, for each policy, its equity and margin step by step and its transfers
 * as CSV. However long the history, the page stays below one megabyte. Stateless.
 */
public final class BacktestReport {
  /** The page's name in the folder. */
  public static final String PAGE = "report.html";

  private BacktestReport() {}

  /**
   * Writes all files into a folder, which is made where it is missing.
   *
   * @return the page
   * @throws IOException when one of them cannot be written
   */
  public static Path write(Backtested backtested, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < backtested.policies().size(); i++) {
      write(
          BacktestTables.curve(backtested, i),
          folder.resolve(BacktestTables.file(backtested, i, "curve")));
      write(
          BacktestTables.transfers(backtested, i),
          folder.resolve(BacktestTables.file(backtested, i, "transfers")));
    }
    Path page = folder.resolve(PAGE);
    try (Writer out = Files.newBufferedWriter(page)) {
      page(backtested, out);
    }
    return page;
  }

  private static void write(Table<?> table, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      table.write(Format.CSV, out);
    }
  }

  static void page(Backtested backtested, Writer out) throws IOException {
    try {
      Pages.fill("backtest.jte", Map.of("page", new BacktestPage(backtested)), new Sink(out));
      out.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
