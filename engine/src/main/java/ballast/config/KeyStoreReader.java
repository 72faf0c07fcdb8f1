package ballast.config;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads one entry of a PKCS#12 store: a private key as the PEM that a file would hold, a secret as
 * its bytes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7292">RFC 7292</a>
 */
final class KeyStoreReader {
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

  private KeyStoreReader() {}

  static Secret read(Path path, String alias, Secret passphrase) {
    char[] password = characters(passphrase, path);
    try {
      KeyStore store = open(path, password);
      @Nullable Key key = store.isKeyEntry(alias) ? store.getKey(alias, password) : null;
      if (key == null) {
        throw wrong(path, "has no key or secret named " + alias + "; it has " + names(store));
      }
      return new Secret(key instanceof PrivateKey ? pem(key.getEncoded()) : key.getEncoded());
    } catch (UnrecoverableKeyException e) {
      throw wrong(path, "guards " + alias + " by another passphrase than itself; give both one");
    } catch (GeneralSecurityException e) {
      throw wrong(path, "cannot be read by this Java (" + e.getClass().getSimpleName() + ")");
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private static KeyStore open(Path path, char[] password) throws GeneralSecurityException {
    byte[] bytes = SecretFileReader.all(path);
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes), password);
      return store;
    } catch (IOException e) {
      throw e.getCause() instanceof UnrecoverableKeyException
          ? wrong(path, "does not open with the passphrase of keystore-passphrase")
          : wrong(path, "is no PKCS#12 store; docs/operating-keys.md says how to make one");
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static String names(KeyStore store) throws GeneralSecurityException {
    String names =
        Collections.list(store.aliases()).stream().sorted().collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names;
  }

  private static byte[] pem(byte[] encoded) {
    byte[] base64 = LINES.encode(encoded);
    ByteBuffer text = ByteBuffer.allocate(base64.length + 64);
    text.put("-----BEGIN PRIVATE KEY-----\n".getBytes(StandardCharsets.US_ASCII));
    text.put(base64);
    text.put("\n-----END PRIVATE KEY-----".getBytes(StandardCharsets.US_ASCII));
    byte[] pem = Arrays.copyOf(text.array(), text.position());
    Arrays.fill(text.array(), (byte) 0);
    Arrays.fill(base64, (byte) 0);
    Arrays.fill(encoded, (byte) 0);
    return pem;
  }

  /** Java opens a store by no other characters than these. */
  private static char[] characters(Secret secret, Path path) {
    byte[] bytes = secret.bytes();
    char[] characters = new char[bytes.length];
    boolean ascii = true;
    for (int i = 0; i < bytes.length; i++) {
      ascii &= bytes[i] >= 0;
      characters[i] = (char) bytes[i];
    }
    Arrays.fill(bytes, (byte) 0);
    if (!ascii) {
      Arrays.fill(characters, '\0');
      throw wrong(path, "cannot be opened: the passphrase must be ASCII; give it another");
    }
    return characters;
  }

  private static ConfigException wrong(Path path, String what) {
    return new ConfigException(path + " " + what);
  }
}
