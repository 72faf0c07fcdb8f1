package ballast.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;

/**
 * One HTML file that tells a sweep and needs nothing else: it opens offline and asks the network
 * for nothing. Stateless.
 */
public final class SweepReport {
  private SweepReport() {}

  /**
   * Writes the page; flushes, does not close.
   *
   * @throws IOException when the writer fails
   */
  public static void write(Sweep sweep, Writer out) throws IOException {
    try {
      Pages.fill("sweep.jte", Map.of("page", new SweepPage(sweep)), new Sink(out));
      out.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
