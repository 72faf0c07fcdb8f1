package ballast.alert;

import java.util.Locale;

/** How soon a person should look, in rising order. */
public enum Severity {
  /** In the morning, with the digest. */
  INFO,
  /** Today. */
  WARNING,
  /** Now, also at night. */
  CRITICAL;

  /** As configuration, notices and documentation write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
