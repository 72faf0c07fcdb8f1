package ballast.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignerTest {
  @Test
  void signsQueryAndBodyWithNoSeparatorAsTheOfficialClientDoes() {
    Signer signer = Signer.hmac("secretKey".getBytes(StandardCharsets.US_ASCII));

    assertThat(
            signer.sign(
                "timestamp=1736393892000", "amount=1&transferType=EARN_TO_FUTURE&asset=LDUSDT"))
        .isEqualTo("c9719eafa43f24acf6f88a78cdb65558060b8f663efd03584b400678a59c951d");
  }

  @ParameterizedTest
  @CsvSource({"RSA, SHA256withRSA", "Ed25519, Ed25519"})
  void signsSoThatThePublicKeyVerifies(String kind, String algorithm)
      throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance(kind).generateKeyPair();
    Signer signer = Signer.fromPem(pem(pair.getPrivate().getEncoded()));
    String payload = "asset=LDUSDT&amount=0.1&timestamp=1";

    String sent = signer.sign(payload, "");

    assertThat(sent).matches("[A-Za-z0-9%]+");
    byte[] signature =
        Base64.getDecoder().decode(URLDecoder.decode(sent, StandardCharsets.US_ASCII));
    Signature verifier = Signature.getInstance(algorithm);
    verifier.initVerify(pair.getPublic());
    verifier.update(payload.getBytes(StandardCharsets.US_ASCII));
    assertThat(verifier.verify(signature)).isTrue();
  }

  @Test
  void refusesAShortRsaKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    String pem = pem(generator.generateKeyPair().getPrivate().getEncoded());

    assertThatThrownBy(() -> Signer.fromPem(pem)).hasMessageContaining("1024 bits");
  }

  @Test
  void refusesAKeyOfAnotherKind() throws GeneralSecurityException {
    String pem =
        pem(KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate().getEncoded());

    assertThatThrownBy(() -> Signer.fromPem(pem))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("neither an Ed25519 nor an RSA key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "canary",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\ncanary\n-----END ENCRYPTED PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\ncanary\n"
      })
  void refusesWhatIsNoKeyAndShowsNothingOfIt(String pem) {
    assertThatThrownBy(() -> Signer.fromPem(pem))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("canary")
        .hasNoCause();
  }

  @Test
  void refusesAnEmptySecret() {
    assertThatThrownBy(() -> Signer.hmac(new byte[0])).hasMessageContaining("empty");
  }

  @Test
  void keepsItsOwnCopyOfTheSecret() {
    byte[] secret = "secretKey".getBytes(StandardCharsets.US_ASCII);
    Signer signer = Signer.hmac(secret);
    String before = signer.sign("a", "");

    Arrays.fill(secret, (byte) 0);

    assertThat(signer.sign("a", "")).isEqualTo(before);
  }

  private static String pem(byte[] encoded) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(encoded)
        + "\n-----END PRIVATE KEY-----\n";
  }
}
