package ballast.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
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
   * @throws IOException when one of them cannot be written; nothing of any is left
   */
  public static Path write(Backtested backtested, Path folder) throws IOException {
    Path page = folder.resolve(PAGE);
    try (WholeFiles files = new WholeFiles()) {
      for (int i = 0; i < backtested.policies().size(); i++) {
        Table<?> curve = BacktestTables.curve(backtested, i);
        Table<?> transfers = BacktestTables.transfers(backtested, i);
        files.write(
            folder.resolve(BacktestTables.file(backtested, i, "curve")),
            out -> curve.write(Format.CSV, out));
        files.write(
            folder.resolve(BacktestTables.file(backtested, i, "transfers")),
            out -> transfers.write(Format.CSV, out));
      }
      files.write(page, out -> page(backtested, out));
      files.complete();
    }
    return page;
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
