package ballast.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;

/**
 * One HTML file that tells a whole run and needs nothing else: it opens offline, asks the network
 * for nothing, and runs no script but those that Ballast put into it. At most some 600 KB, however
 * long the run. Stateless.
 */
public final class RunReport {
  private RunReport() {}

  /**
   * Writes the page; flushes, does not close.
   *
   * @throws IOException when the writer fails
   */
  public static void write(Run run, Writer out) throws IOException {
    try {
      Pages.fill("run.jte", Map.of("page", new RunPage(run)), new Sink(out));
      out.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
