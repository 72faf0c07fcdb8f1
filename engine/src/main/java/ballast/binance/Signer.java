package ballast.binance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests with the one secret it was made from, and never shows it: no getter, no text, no
 * cause in an exception. Safe for several threads.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api">Binance: signed
 *     endpoint security</a>
 */
public final class Signer {
  /** Turns the bytes to sign into the text of the {@code signature} parameter, ready to send. */
  private interface Scheme {
    String sign(byte[] payload) throws GeneralSecurityException;
  }

  private static final int LEAST_RSA_BITS = 2048;
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private final String name;
  private final Scheme scheme;

  private Signer(String name, Scheme scheme) {
    this.name = name;
    this.scheme = scheme;
  }

  /** Signs by HMAC-SHA-256; the secret is copied, so the caller may wipe its own. */
  public static Signer hmac(byte[] secret) {
    if (secret.length == 0) {
      throw new IllegalArgumentException("the API secret is empty");
    }
    SecretKeySpec key = new SecretKeySpec(secret, "HmacSHA256");
    return new Signer(
        "HMAC-SHA-256",
        payload -> {
          Mac mac = Mac.getInstance("HmacSHA256");
          mac.init(key);
          return HexFormat.of().formatHex(mac.doFinal(payload));
        });
  }

  /**
   * Signs by Ed25519 or RSA (PKCS#1 v1.5, SHA-256), whichever the key is for.
   *
   * @param pem an unencrypted PKCS#8 key, {@code -----BEGIN PRIVATE KEY-----}
   * @throws IllegalArgumentException when it is anything else; the message shows nothing of it
   */
  public static Signer fromPem(String pem) {
    PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(decoded(pem.strip()));
    try {
      return byKey("Ed25519", KeyFactory.getInstance("Ed25519").generatePrivate(encoded));
    } catch (InvalidKeySpecException notEd25519) {
      return rsa(encoded);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot sign with Ed25519", e);
    }
  }

  private static Signer rsa(PKCS8EncodedKeySpec encoded) {
    PrivateKey key;
    try {
      key = KeyFactory.getInstance("RSA").generatePrivate(encoded);
    } catch (GeneralSecurityException hidden) {
      throw new IllegalArgumentException("the private key is neither an Ed25519 nor an RSA key");
    }
    int bits = ((RSAKey) key).getModulus().bitLength();
    if (bits < LEAST_RSA_BITS) {
      throw new IllegalArgumentException(
          "the RSA key has " + bits + " bits; at least " + LEAST_RSA_BITS + " are needed");
    }
    return byKey("SHA256withRSA", key);
  }

  private static Signer byKey(String algorithm, PrivateKey key) {
    return new Signer(
        algorithm,
        payload -> {
          Signature signature = Signature.getInstance(algorithm);
          signature.initSign(key);
          signature.update(payload);
          String base64 = Base64.getEncoder().encodeToString(signature.sign());
          return URLEncoder.encode(base64, StandardCharsets.US_ASCII);
        });
  }

  private static byte[] decoded(String pem) {
    if (!pem.startsWith(BEGIN) || !pem.endsWith(END)) {
      throw new IllegalArgumentException(
          "the private key must be an unencrypted PKCS#8 PEM that begins with " + BEGIN);
    }
    try {
      return Base64.getMimeDecoder()
          .decode(pem.substring(BEGIN.length(), pem.length() - END.length()));
    } catch (IllegalArgumentException hidden) {
      throw new IllegalArgumentException("the private key's PEM is not valid Base64");
    }
  }

  /**
   * Signs the raw query and the raw body, joined with no separator as the exchange joins them.
   *
   * @return percent-encoded already
   */
  String sign(String query, String body) {
    try {
      return scheme.sign((query + body).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign by " + name, e);
    }
  }

  /** The kind of key alone. */
  @Override
  public String toString() {
    return "Signer[" + name + "]";
  }
}
