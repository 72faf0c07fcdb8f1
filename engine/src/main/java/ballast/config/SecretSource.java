package ballast.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a secret is: {@code env:NAME}, {@code file:PATH} or {@code pkcs12:PATH#NAME}. Printable;
 * the secret itself is read only when it is needed.
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

  /** True when other processes of the same user can see it, or the passphrase it is under. */
  boolean isInEnvironment();

  /**
   * Reads the text of a configuration value that names a file or a variable.
   *
   * @param folder what a relative path starts from
   * @throws ConfigException when it is anything else, above all the secret itself; the text is not
   *     repeated
   */
  static SecretSource of(String text, Path folder) {
    if (text.matches(Form.Source.PLAIN.pattern())) {
      String name = text.substring(text.indexOf(':') + 1);
      return text.startsWith("env:")
          ? new Variable(name)
          : new SecretFile(folder.resolve(name).normalize());
    }
    throw new ConfigException(mustSayWhere(Form.Source.PLAIN));
  }

  /**
   * Reads the text of a configuration value that may name an entry of a PKCS#12 store as well.
   *
   * @param passphrase of the store
   */
  static SecretSource of(String text, Path folder, Optional<SecretSource> passphrase) {
    if (!isInStore(text)) {
      return of(text, folder);
    }
    int name = text.lastIndexOf('#');
    return new Entry(
        folder.resolve(text.substring(Entry.PREFIX.length(), name)).normalize(),
        text.substring(name + 1),
        passphrase.orElseThrow(
            () ->
                new ConfigException(
                    "is in a PKCS#12 store; add keystore-passphrase, as file:PATH")));
  }

  /** True of the text of a place in a PKCS#12 store. */
  static boolean isInStore(String text) {
    return text.startsWith(Entry.PREFIX);
  }

  static String mustSayWhere(Form.Source form) {
    return "must say where it is, as "
        + form.expected()
        + "; the value itself is not taken here, because this file is copied and printed";
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
    public boolean isInEnvironment() {
      return true;
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
    public boolean isInEnvironment() {
      return false;
    }

    @Override
    public String toString() {
      return "file:" + path;
    }
  }

  /**
   * A private key or secret in a PKCS#12 store, which is guarded like any other secret file.
   *
   * @param name the entry's, without regard to case
   * @param passphrase where that of the store is
   */
  record Entry(Path store, String name, SecretSource passphrase) implements SecretSource {
    private static final String PREFIX = "pkcs12:";

    @Override
    public Secret read(Map<String, String> environment) {
      try (Secret opens = passphrase.read(environment)) {
        return KeyStoreReader.read(store, name, opens);
      }
    }

    @Override
    public boolean isInEnvironment() {
      return passphrase.isInEnvironment();
    }

    @Override
    public String toString() {
      return PREFIX + store + "#" + name;
    }
  }
}
