package ballast.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.binance.Signer;
import ballast.config.AccountConfig.PrivateKey;
import ballast.config.Config.Mode;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in a PKCS#12 store, as openssl and keytool make them. */
final class KeyStoreTest {
  private static final String PASSPHRASE = "correct horse";
  private static final String NO_SUCH_KEY =
      "%s has no key or secret named other; it has main, main-api-key";

  /** A self-signed Ed25519 certificate and its key, made by openssl req -x509 -newkey ed25519. */
  private static final String KEY =
      "MC4CAQAwBQYDK2VwBCIEIJ6sit71Y3Rb0l0eh6cO+oXE4vMENnCpl7oPzf5CST6Z";

  private static final String CERTIFICATE =
      """
      -----BEGIN CERTIFICATE-----
      MIIBOjCB7aADAgECAhR1RinMKA7j2OamwJXpE5D4Npg5LzAFBgMrZXAwEjEQMA4G
      A1UEAwwHYmFsbGFzdDAgFw0yNjExMjYwNDAyNDZaGA8yMTI2MTEwMjA0MDI0Nlow
      EjEQMA4GA1UEAwwHYmFsbGFzdDAqMAUGAytlcAMhAO+AYtk5BmbjO/Vs0AGe/79S
      N33DpEIcmgMjroG27bmxo1MwUTAdBgNVHQ4EFgQUM3T8XVvfG9j1PHyfEUX6tZuU
      ZQ0wHwYDVR0jBBgwFoAUM3T8XVvfG9j1PHyfEUX6tZuUZQ0wDwYDVR0TAQH/BAUw
      AwEB/zAFBgMrZXADQQD3lofM+RzFGeQAXcs9SkgotrupBB0ccof6b3+QJJjHpPEO
      SZ/LVsySp7/UVRRDmt5Q8hQmIrzUvVEc1ZIjmugJ
      -----END CERTIFICATE-----
      """;

  @TempDir Path temp;
  private ConfigFolder folder;
  private Path store;

  @BeforeEach
  void makesAStore() throws Exception {
    folder = new ConfigFolder(temp);
    folder.secret("passphrase", PASSPHRASE + "\n", "rw-------");
    store = temp.resolve("secrets/main.p12");
    KeyStore keys = KeyStore.getInstance("PKCS12");
    char[] password = PASSPHRASE.toCharArray();
    keys.load(null, password);
    Certificate certificate =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(CERTIFICATE.getBytes(StandardCharsets.US_ASCII)));
    keys.setKeyEntry(
        "main",
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(KEY))),
        password,
        new Certificate[] {certificate});
    keys.setEntry(
        "main-api-key",
        new KeyStore.SecretKeyEntry(
            SecretKeyFactory.getInstance("PBE")
                .generateSecret(new PBEKeySpec("key-in-the-store".toCharArray()))),
        new KeyStore.PasswordProtection(password));
    try (OutputStream out = Files.newOutputStream(store)) {
      keys.store(out, password);
    }
    Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-------"));
  }

  private static String stored(String passphrase) {
    return ConfigFolder.EXAMPLE
        .replace("\"env:BALLAST_KEY\"", "\"pkcs12:secrets/main.p12#main-api-key\"")
        .replace(
            "secret: \"file:secrets/main\"",
            "private-key: \"pkcs12:secrets/main.p12#main\"\n    " + passphrase);
  }

  private static final String FROM_A_FILE = "keystore-passphrase: \"file:secrets/passphrase\"";

  private SecretSource entry(String name) {
    return SecretSource.of(
        "pkcs12:secrets/main.p12#" + name,
        temp,
        Optional.of(SecretSource.of("file:secrets/passphrase", temp)));
  }

  private void refused(String yaml, String expected) {
    assertThatThrownBy(() -> folder.read(yaml))
        .isInstanceOf(ConfigException.class)
        .message()
        .hasLineCount(1)
        .contains(expected)
        .doesNotContain(PASSPHRASE, KEY);
  }

  @Test
  void givesAPrivateKeyThatSignsAndASecretAsItWasPutIn() {
    AccountConfig account = folder.read(stored(FROM_A_FILE)).accounts().get(0);
    assertThat(account.signing()).isEqualTo(new PrivateKey(entry("main")));
    assertThat(text(account.apiKey())).isEqualTo("key-in-the-store");
    String pem = text(account.signing().source());
    assertThat(Signer.fromPem(pem)).hasToString("Signer[Ed25519]");
    assertThat(pem.replaceAll("-----.*?-----|\n", "")).isEqualTo(KEY);
    assertThat(account.toString()).contains("main.p12#main").doesNotContain(PASSPHRASE);
  }

  @Test
  void aWrongPassphraseIsOneLine() {
    folder.secret("passphrase", "wrong", "rw-------");
    refused(
        stored(FROM_A_FILE), store + " does not open with the passphrase of keystore-passphrase");
  }

  @Test
  void aPassphraseBeyondAsciiIsOneLine() {
    folder.secret("passphrase", "\u00fcber", "rw-------");
    refused(stored(FROM_A_FILE), "the passphrase must be ASCII");
  }

  @Test
  void aWrongNameIsOneLineWithTheNamesThereAre() {
    refused(stored(FROM_A_FILE).replace("p12#main\"", "p12#other\""), NO_SUCH_KEY.formatted(store));
  }

  @Test
  void aStoreOrPassphraseThatOthersCanReadIsOneLine() throws Exception {
    Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-r-----"));
    refused(
        stored(FROM_A_FILE), "has mode rw-r-----, wider than rw-------; run: chmod 600 " + store);
    Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-------"));
    folder.secret("passphrase", PASSPHRASE, "rw----r--");
    refused(stored(FROM_A_FILE), "chmod 600 " + temp.resolve("secrets/passphrase"));
  }

  @Test
  void aDamagedStoreIsOneLineOrTheSameKey() throws Exception {
    String pem = text(entry("main"));
    byte[] whole = Files.readAllBytes(store);
    for (int at = 0; at < whole.length; at += 7) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x55;
      Files.write(store, damaged);
      try {
        assertThat(text(entry("main"))).as("byte %s", at).isEqualTo(pem);
      } catch (ConfigException e) {
        assertThat(e.getMessage()).as("byte %s", at).hasLineCount(1).startsWith(store.toString());
      }
    }
    Files.writeString(store, "-----BEGIN PRIVATE KEY-----");
    refused(stored(FROM_A_FILE), store + " is no PKCS#12 store; docs/operating-keys.md says how");
  }

  @Test
  void aStoreNeedsItsPassphraseAndAPassphraseAStore() {
    refused(stored(""), "api-key: is in a PKCS#12 store; add keystore-passphrase");
    refused(
        stored("keystore-passphrase: \"pkcs12:secrets/main.p12#main\""),
        "keystore-passphrase: must say where it is, as env:NAME or file:PATH");
    refused(
        ConfigFolder.EXAMPLE.replace(
            "secret: \"file:secrets/main\"", "secret: \"file:secrets/main\"\n    " + FROM_A_FILE),
        "keystore-passphrase: there is no PKCS#12 store it opens");
  }

  @Test
  void aPassphraseInTheEnvironmentIsWarnedOfInLiveMode() {
    Config inFile = folder.read(stored(FROM_A_FILE));
    assertThat(
            SecretsCheck.warnings(Mode.LIVE, inFile.accounts(), Optional.empty(), inFile.alerts()))
        .isEmpty();
    folder.secret("passphrase", "wrong", "rw-------");
    SecretSource fromEnvironment =
        SecretSource.of(
            "pkcs12:secrets/main.p12#main", temp, Optional.of(SecretSource.of("env:P", temp)));
    assertThat(fromEnvironment.isInEnvironment()).isTrue();
    try (Secret secret = fromEnvironment.read(Map.of("P", PASSPHRASE))) {
      assertThat(new String(secret.bytes(), StandardCharsets.US_ASCII)).contains("PRIVATE KEY");
    }
  }

  private static String text(SecretSource source) {
    try (Secret secret = source.read()) {
      return new String(secret.bytes(), StandardCharsets.US_ASCII);
    }
  }
}
