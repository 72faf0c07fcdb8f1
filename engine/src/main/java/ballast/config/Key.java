package ballast.config;

import java.util.Optional;

/**
 * One key of the configuration.
 *
 * @param name lower case with hyphens
 * @param presence whether it may be left out
 * @param description what it sets, in one sentence
 */
record Key(String name, Form form, Presence presence, String description) {
  static Key required(String name, Form form, String description) {
    return new Key(name, form, new Required(), description);
  }

  static Key optional(String name, Form form, String description) {
    return new Key(name, form, new Absent(), description);
  }

  static Key defaulted(String name, Form form, String value, String description) {
    return new Key(name, form, new Default(value), description);
  }

  boolean isRequired() {
    return presence instanceof Required;
  }

  Optional<String> defaultText() {
    return presence instanceof Default given ? Optional.of(given.text()) : Optional.empty();
  }

  /** What it means when the key is left out. */
  sealed interface Presence {}

  /** It must be given. */
  record Required() implements Presence {}

  /** Nothing, or what the description says. */
  record Absent() implements Presence {}

  /** This value, written as the file would have it. */
  record Default(String text) implements Presence {}
}
