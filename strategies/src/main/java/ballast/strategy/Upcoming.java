package ballast.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * When each known payment falls due next, worked out once and carried from tick to tick: the
 * calendar is asked only when a payment has passed, and a recorded decision says which due times it
 * went by.
 *
 * @param fromMillis from when on they are the next ones
 * @param untilMillis until when
 * @param due epoch milliseconds in the order of the payments, {@link KnownPayment#NEVER} for one
 *     that is over
 */
record Upcoming(long fromMillis, long untilMillis, List<Long> due) implements Memory {

  /** Of payments that stay of interest for a while after they were due. */
  static Upcoming at(long now, List<KnownPayment> payments, long afterMillis) {
    List<Long> due = new ArrayList<>(payments.size());
    long first = KnownPayment.NEVER - afterMillis;
    for (KnownPayment payment : payments) {
      long next = payment.dueFrom(now - afterMillis);
      due.add(next);
      first = Math.min(first, next);
    }
    return new Upcoming(now, first + afterMillis, List.copyOf(due));
  }

  boolean holds(long now) {
    return fromMillis <= now && now <= untilMillis;
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(fromMillis).append(' ').append(untilMillis);
    for (long each : due) {
      text.append(' ').append(each);
    }
    return text.toString();
  }

  /** Reads {@link #text}. */
  static Upcoming parse(String text) {
    if (!text.matches("-?[0-9]{1,19}( -?[0-9]{1,19}){2,17}")) {
      throw new IllegalArgumentException(
          "upcoming payments are epoch milliseconds, got " + Quotation.of(text));
    }
    try {
      String[] words = text.split(" ");
      return new Upcoming(
          Long.parseLong(words[0]),
          Long.parseLong(words[1]),
          Arrays.stream(words).skip(2).map(Long::valueOf).toList());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "upcoming payments do not fit into epoch milliseconds: " + Quotation.of(text), e);
    }
  }
}
