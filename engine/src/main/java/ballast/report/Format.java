package ballast.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The forms a table can be written in. */
public enum Format {
  /** Aligned columns for a terminal. */
  TABLE,
  /** RFC 4180, with a header. */
  CSV,
  /** An array of objects. */
  JSON,
  /** One page that needs nothing else. */
  HTML;

  /**
   * Reads {@code table}, {@code csv}, {@code json} or {@code html}.
   *
   * @throws IllegalArgumentException in one plain line that names all of them
   */
  public static Format of(String name) {
    for (Format format : values()) {
      if (format.label().equals(name)) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "unknown format \""
            + name
            + "\", use one of "
            + Arrays.stream(values()).map(Format::label).collect(Collectors.joining(", ")));
  }

  /** As the command line writes it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
