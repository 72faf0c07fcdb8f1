package ballast.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * The Content-Security-Policy of a page that needs nothing from outside: no request of any kind,
 * and only the very scripts and the style that Ballast ships, by their hashes. Even a text that
 * slipped past escaping could not run.
 */
final class ContentPolicy {
  private ContentPolicy() {}

  /** The policy for one style element and any number of script elements, by their exact text. */
  static String of(String style, String... scripts) {
    String scriptSources =
        scripts.length == 0
            ? "'none'"
            : Arrays.stream(scripts).map(ContentPolicy::hash).collect(Collectors.joining(" "));
    return "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src "
        + hash(style)
        + "; script-src "
        + scriptSources;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
