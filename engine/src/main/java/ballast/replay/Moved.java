package ballast.replay;

import ballast.decide.Limits;
import ballast.journal.Intent;
import ballast.strategy.Direction;
import ballast.strategy.Situation;
import ballast.strategy.Usdt;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one account's earlier intents may have moved, and when. */
final class Moved {
  private static final long DAY_MILLIS = 86_400_000L;

  private final Map<Long, Usdt> byDay = new HashMap<>();
  private long lastMillis = Situation.NEVER;

  void add(long sentMillis, Usdt amount) {
    byDay.merge(day(sentMillis), amount, Usdt::plus);
    lastMillis = Math.max(lastMillis, sentMillis);
  }

  /** Which cap the intent breaks. */
  Optional<String> faultOf(Intent intent, Limits caps) {
    Usdt amount = intent.amount();
    if (amount.compareTo(caps.perTransfer()) > 0 || amount.compareTo(caps.minTransfer()) < 0) {
      return Optional.of(amount + " is outside min-transfer and per-transfer");
    }
    Usdt sameDay = byDay.getOrDefault(day(intent.decidedAtMillis()), Usdt.ZERO).plus(amount);
    if (sameDay.compareTo(caps.perDay()) > 0) {
      return Optional.of(sameDay + " on its day, per-day is " + caps.perDay());
    }
    boolean mayBeEmergency =
        caps.emergencyBelow().isPresent() && intent.direction() == Direction.EARN_TO_FUTURE;
    return lastMillis != Situation.NEVER
            && !mayBeEmergency
            && intent.decidedAtMillis() - lastMillis < caps.minGapMillis()
        ? Optional.of("less than min-gap after the move before it")
        : Optional.empty();
  }

  private static long day(long millis) {
    return Math.floorDiv(millis, DAY_MILLIS);
  }
}
