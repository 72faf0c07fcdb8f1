package ballast.config;

import ballast.strategy.Parameter.Kind;
import java.util.List;

/** What a value may look like: the one description that the reader and the schema share. */
sealed interface Form {
  /**
   * Text that matches a pattern.
   *
   * @param pattern a regular expression that Java and ECMA read alike
   * @param expected completes "must be …"
   */
  record Text(String pattern, String expected) implements Form {}

  /** One of a few words. */
  record Word(List<String> words) implements Form {}

  /** A whole number without quotes. */
  record Whole(int least, int most) implements Form {}

  /** {@code true} or {@code false}. */
  record Flag() implements Form {}

  /** A value with its unit. */
  record Quantity(Kind kind) implements Form {}

  /**
   * Where a secret is; never the secret.
   *
   * @param pattern the places there may be
   * @param expected completes "must say where it is, as …"
   */
  record Source(String pattern, String expected) implements Form {
    private static final String PLACES =
        "env:[A-Za-z_][A-Za-z0-9_]{0,127}|file:[^\\u0000-\\u001f\\u007f]{1,1000}";

    /** In a file or the environment. */
    static final Source PLAIN = new Source("^(" + PLACES + ")$", "env:NAME or file:PATH");

    /** There, or in a PKCS#12 store under a name. */
    static final Source STORED =
        new Source(
            "^(" + PLACES + "|pkcs12:[^#\\u0000-\\u001f\\u007f]{1,1000}#[A-Za-z0-9_.-]{1,128})$",
            "env:NAME, file:PATH or pkcs12:PATH#NAME");
  }

  /** Items of one form. */
  record Listed(Form item, int least, int most) implements Form {}

  /** A strategy's parameters, which only the strategy knows. */
  record Settings() implements Form {}

  /**
   * Names, each with a reason.
   *
   * @param name what a name must match
   * @param expected completes "must be …" for a name
   */
  record Reasons(String name, String expected) implements Form {
    static final Text REASON = new Text("^\\S.{8,198}\\S$", "a reason of 10 to 200 characters");
  }

  /**
   * Known keys.
   *
   * @param oneOf names of which exactly one must be given; empty: no such rule
   */
  record Group(List<Key> keys, List<String> oneOf) implements Form {
    List<String> names() {
      return keys.stream().map(Key::name).toList();
    }
  }
}
