package ballast.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * A writer whose failures pass through the journal's consumers; {@link Table#write} unwraps them.
 */
final class Sink {
  private final Writer out;

  Sink(Writer out) {
    this.out = out;
  }

  Sink print(String text) {
    try {
      out.write(text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
