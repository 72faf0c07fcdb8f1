package ballast.journal;

import java.util.Optional;

/**
 * Which rows to read.
 *
 * @param account one account, or all
 * @param fromMillis first millisecond, inclusive
 * @param toMillis last millisecond, exclusive
 */
public record Span(Optional<String> account, long fromMillis, long toMillis) {
  public static Span everything() {
    return new Span(Optional.empty(), Long.MIN_VALUE, Long.MAX_VALUE);
  }

  public static Span of(String account) {
    return new Span(Optional.of(account), Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Every account, before this time. */
  static Span before(long toMillis) {
    return new Span(Optional.empty(), Long.MIN_VALUE, toMillis);
  }

  /** The same accounts, at any time. */
  public Span ofAllTime() {
    return new Span(account, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  boolean isOfAllTime() {
    return fromMillis == Long.MIN_VALUE && toMillis == Long.MAX_VALUE;
  }

  /** True when a time is in it. */
  public boolean covers(long atMillis) {
    return fromMillis <= atMillis && atMillis < toMillis;
  }

  boolean covers(String name) {
    return account.isEmpty() || account.get().equals(name);
  }
}
