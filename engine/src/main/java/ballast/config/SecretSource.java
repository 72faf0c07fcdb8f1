package ballast.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a secret is: {@code env:NAME} or {@code file:PATH}. Printable; the secret itself is read
 * only when it is needed.
 */
public sealed interface SecretSource {
  /**
   * Reads the secret now.
   *
   * @throws ConfigException in one plain line with the fix, when it is absent, empty, or readable
   *     by others
   */
  default Secret read() {
    return read(System.getenv());
  }

  /** As {@link #read()}, with the environment given. */
  Secret read(Map<String, String> environment);

  /**
   * Reads the text of a configuration value.
   *
   * @param folder what a relative path starts from
   * @throws ConfigException when it is anything else, above all the secret itself; the text is not
   *     repeated
   */
  static SecretSource of(String text, Path folder) {
    if (text.matches(Form.Source.PATTERN)) {
      String name = text.substring(text.indexOf(':') + 1);
      return text.startsWith("env:")
          ? new Variable(name)
          : new SecretFile(folder.resolve(name).normalize());
    }
    throw new ConfigException(
        "must say where it is, as env:NAME or file:PATH; the value itself is not taken here,"
            + " because this file is copied and printed");
  }

  /** A variable of the environment, which other processes of the same user can see. */
  record Variable(String name) implements SecretSource {
    @Override
    public Secret read(Map<String, String> environment) {
      String value = environment.get(name);
      if (value == null || value.isBlank()) {
        throw new ConfigException(
            "the environment variable "
                + name
                + " is "
                + (value == null ? "not set" : "empty")
                + "; set it, or give file:PATH");
      }
      return new Secret(value.strip().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return "env:" + name;
    }
  }

  /** A file that only its owner can read, and the owner is who runs this. */
  record SecretFile(Path path) implements SecretSource {
    @Override
    public Secret read(Map<String, String> environment) {
      return SecretFileReader.read(path);
    }

    @Override
    public String toString() {
      return "file:" + path;
    }
  }
}
