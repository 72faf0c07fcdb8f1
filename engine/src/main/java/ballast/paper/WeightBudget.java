package ballast.paper;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Request weight by the minute of the exchange's clock. At a used-up budget the answer is 429 with
 * the time to wait; who carries on is banned with 418, for two minutes at first and twice as long
 * each time. How many refused calls make a ban is not published: an assumption. Guarded by the
 * server's lock.
 */
final class WeightBudget {
  private static final long MINUTE_MILLIS = 60_000;
  private static final long FIRST_BAN_MILLIS = 2 * MINUTE_MILLIS;
  private static final long LONGEST_BAN_MILLIS = 3 * 24 * 60 * MINUTE_MILLIS;
  private static final int REFUSALS_BEFORE_BAN = 5;

  /** Whose weight is counted, and how much a minute there is. */
  enum Kind {
    /** Each endpoint of /sapi by address. */
    SAPI_IP(12_000, "X-SAPI-USED-IP-WEIGHT-1M"),
    /** Each endpoint of /sapi by account. */
    SAPI_UID(180_000, "X-SAPI-USED-UID-WEIGHT-1M"),
    /** All of /api together, by address. */
    API(6_000, "X-MBX-USED-WEIGHT-1M"),
    /** All of /fapi together, by address. */
    FAPI(2_400, "X-MBX-USED-WEIGHT-1M");

    private final int perMinute;
    private final String header;

    Kind(int perMinute, String header) {
      this.perMinute = perMinute;
      this.header = header;
    }

    String header() {
      return header;
    }
  }

  private final Map<String, Integer> used = new HashMap<>();
  private final Map<String, Integer> refusals = new HashMap<>();
  private final Map<String, Ban> bans = new HashMap<>();
  private long minute = -1;

  /** Refuses an address that is banned. */
  void requireNoBan(String ip, long now) {
    Ban ban = bans.get(ip);
    if (ban != null && now < ban.until()) {
      throw banned(ban, now);
    }
  }

  /**
   * Counts a call.
   *
   * @param whose the endpoint and the address or account whose budget it is
   * @return the weight used in this minute, this call included
   */
  int use(Kind kind, String whose, int weight, String ip, long now) {
    if (now / MINUTE_MILLIS != minute) {
      minute = now / MINUTE_MILLIS;
      used.clear();
      refusals.clear();
    }
    int total = used.merge(whose, weight, Integer::sum);
    if (total <= kind.perMinute) {
      return total;
    }
    if (refusals.merge(ip, 1, Integer::sum) > REFUSALS_BEFORE_BAN) {
      Ban before = bans.getOrDefault(ip, new Ban(0, FIRST_BAN_MILLIS / 2));
      long length = Math.min(LONGEST_BAN_MILLIS, before.millis() * 2);
      Ban ban = new Ban(now + length, length);
      bans.put(ip, ban);
      throw banned(ban, now);
    }
    throw new ApiError(
        429,
        Fault.TOO_MANY_REQUESTS,
        "Too much request weight used; current limit is "
            + kind.perMinute
            + " request weight per 1 MINUTE. Please use WebSocket Streams for live updates to"
            + " avoid polling the API.",
        Map.of(
            "Retry-After", seconds((minute + 1) * MINUTE_MILLIS - now), kind.header, "" + total));
  }

  private static ApiError banned(Ban ban, long now) {
    return new ApiError(
        418,
        Fault.TOO_MANY_REQUESTS,
        String.format(
            Locale.ROOT,
            "Way too much request weight used; IP banned until %d. Please use WebSocket Streams"
                + " for live updates to avoid bans.",
            ban.until()),
        Map.of("Retry-After", seconds(ban.until() - now)));
  }

  private static String seconds(long millis) {
    return Long.toString(Math.max(1, (millis + 999) / 1_000));
  }

  private record Ban(long until, long millis) {}
}
