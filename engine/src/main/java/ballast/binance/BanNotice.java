package ballast.binance;

import ballast.binance.WeightBudget.Ban;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words by which a failed reading says when calls may go out again. A tick that met a ban is
 * journaled with them, so a process that starts later finds the ban in the journal.
 */
public final class BanNotice {
  private static final Pattern WORDS = Pattern.compile("no call before (\\S{1,40}Z)");
  private static final Pattern FIRST_ANSWER = Pattern.compile("^THROTTLED: .*: HTTP 418\\b.*");

  private BanNotice() {}

  static String words(long untilMillis) {
    return "no call before " + Instant.ofEpochMilli(untilMillis);
  }

  /**
   * The ban or pause that a skipped tick met; {@link Ban#NONE} when it met none, when it is over,
   * or when it would end later than any ban can, which only another clock's would.
   *
   * @param reason the tick's
   * @param atMillis when the tick was
   * @param nowMillis by the same clock, now
   */
  public static Ban read(String reason, long atMillis, long nowMillis) {
    long until = until(reason, atMillis);
    boolean running = until > nowMillis && until - nowMillis <= WeightBudget.LONGEST_BAN_MILLIS;
    return running ? new Ban(until, 1) : Ban.NONE;
  }

  private static long until(String reason, long atMillis) {
    Matcher words = WORDS.matcher(reason);
    if (!words.find()) {
      return FIRST_ANSWER.matcher(reason).matches() ? atMillis + WeightBudget.FIRST_BAN_MILLIS : 0;
    }
    try {
      return Instant.parse(words.group(1)).toEpochMilli();
    } catch (DateTimeException e) {
      return 0;
    }
  }
}
