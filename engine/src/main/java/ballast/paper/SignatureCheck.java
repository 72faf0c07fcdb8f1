package ballast.paper;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The exchange's signature rules: HMAC-SHA256 as hex of either case, or RSA (PKCS#1 v1.5, SHA-256)
 * and Ed25519 as base64.
 */
final class SignatureCheck {
  private SignatureCheck() {}

  static boolean isGenuine(PaperLogin login, String payload, String signature) {
    byte[] signed = payload.getBytes(StandardCharsets.UTF_8);
    try {
      return login.publicKey().isPresent()
          ? verifies(login.publicKey().get(), signed, signature)
          : MessageDigest.isEqual(
              hmac(login.secret(), signed), HexFormat.of().parseHex(lowerCase(signature)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] hmac(String secret, byte[] signed) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return mac.doFinal(signed);
  }

  private static boolean verifies(PublicKey key, byte[] signed, String signature)
      throws GeneralSecurityException {
    Signature check =
        Signature.getInstance(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "Ed25519");
    check.initVerify(key);
    check.update(signed);
    return check.verify(Base64.getDecoder().decode(signature));
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
