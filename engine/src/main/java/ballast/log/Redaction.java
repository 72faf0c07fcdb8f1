package ballast.log;

import java.util.regex.Pattern;

/**
 * Masks whatever looks like a key or a signature, for text that others wrote: long tokens of
 * letters and digits (API keys, HMAC secrets and signatures have 64), the signature parameter, the
 * header with the API key, the addresses of chat rooms. Ballast's own texts hold none of these;
 * this is the last layer, not the first.
 */
public final class Redaction {
  /** What stands in the place of what was masked. */
  public static final String MASK = "***";

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]{64,}+");
  private static final Pattern PARAMETER = Pattern.compile("(?i)(signature=)[^&\\s\"']{1,2000}+");
  private static final Pattern HEADER =
      Pattern.compile(
          "(?i)(x-mbx-apikey[\"']?\\s{0,3}[:=]?\\s{0,3}[\"'\\[]?)[^\\s\"'\\],}]{1,2000}+");

  private static final Pattern ROOM =
      Pattern.compile(
          "(?i)(hooks\\.slack\\.com/services/|/api/(?:v[0-9]{1,2}/)?webhooks/|/bot(?=[0-9]{5,20}:))"
              + "[^\\s\"'<>]{1,2000}+");

  private Redaction() {}

  /** The text with every such part masked; linear in its length. */
  public static String mask(String text) {
    String masked = PARAMETER.matcher(text).replaceAll("$1" + MASK);
    masked = HEADER.matcher(masked).replaceAll("$1" + MASK);
    masked = ROOM.matcher(masked).replaceAll("$1" + MASK);
    return masked.length() < 64 ? masked : TOKEN.matcher(masked).replaceAll(MASK);
  }
}
