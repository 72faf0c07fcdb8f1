package ballast.binance;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says about limits.
 *
 * @param usedIp weight the exchange has counted for this endpoint and IP
 * @param usedUid weight it has counted for this endpoint and account
 * @param retryAfterSeconds how long to wait
 * @param bannedUntilMillis the end of a ban, from the text of the error
 */
record LimitSignals(
    OptionalLong usedIp,
    OptionalLong usedUid,
    OptionalLong retryAfterSeconds,
    OptionalLong bannedUntilMillis) {
  private static final Pattern BANNED_UNTIL = Pattern.compile("banned until ([0-9]{13})");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,12}");

  /** Header names are compared without regard to case; unreadable ones count as absent. */
  static LimitSignals of(Headers headers, String body) {
    Matcher banned = BANNED_UNTIL.matcher(body);
    return new LimitSignals(
        largest(
            headers,
            "X-SAPI-USED-IP-WEIGHT-1M",
            "X-SAPI-USED-IP-WEIGHT-1S",
            "X-MBX-USED-WEIGHT-1M"),
        largest(headers, "X-SAPI-USED-UID-WEIGHT-1M", "X-SAPI-USED-UID-WEIGHT-1S"),
        largest(headers, "Retry-After"),
        banned.find() ? OptionalLong.of(Long.parseLong(banned.group(1))) : OptionalLong.empty());
  }

  OptionalLong used(WeightBudget.Scope scope) {
    return scope == WeightBudget.Scope.IP ? usedIp : usedUid;
  }

  private static OptionalLong largest(Headers headers, String... names) {
    OptionalLong largest = OptionalLong.empty();
    for (String name : names) {
      @Nullable String text = headers.get(name);
      if (text != null && DIGITS.matcher(text).matches()) {
        long value = Long.parseLong(text);
        largest = OptionalLong.of(Math.max(value, largest.orElse(0)));
      }
    }
    return largest;
  }
}
