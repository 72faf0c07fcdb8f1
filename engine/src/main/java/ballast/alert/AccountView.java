package ballast.alert;

import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of one account at one moment. Immutable.
 *
 * @param presence whether anything is known of it
 * @param uniMmr at its last decision; empty before the first
 * @param beat whether its ticks and decisions come by schedule
 * @param lastFailure why its last tick could not decide; empty when it decided
 * @param doubt its open transfer, where nobody knows what became of it
 * @param paused its paused directions, each with the reason, which may be empty
 * @param foreignToday LDUSDT that others have moved on this UTC day
 */
public record AccountView(
    String account,
    Presence presence,
    Beat beat,
    Optional<Ratio> uniMmr,
    String lastFailure,
    Optional<Doubt> doubt,
    Map<Direction, String> paused,
    Usdt foreignToday) {
  /** uniMMR of an account without positions: above any level. */
  public static final Ratio NO_MARGIN_NEEDED = new Ratio(Long.MAX_VALUE);

  public AccountView {
    Map<Direction, String> copy = new EnumMap<>(Direction.class);
    copy.putAll(paused);
    paused = Collections.unmodifiableMap(copy);
  }

  /** Whether anything is known of an account. */
  public enum Presence {
    /** It has had no tick yet. */
    UNSEEN,
    /** Another engine keeps it, and tells what there is to tell. */
    ELSEWHERE,
    /** This engine keeps it. */
    HERE
  }

  /** Whether an account is looked after by its schedule. */
  public enum Beat {
    /** Decisions come in time. */
    IN_TIME,
    /** Ticks come, and none of the last ones decided. */
    UNDECIDED,
    /** No tick comes. */
    SILENT
  }

  /**
   * A transfer that is open, and nobody knows whether it was carried out.
   *
   * @param held true when only an operator can end it
   * @param detail the transfer and what is known of it, one line
   */
  public record Doubt(long intent, boolean held, String detail) {}

  /** An account that has had no tick yet. */
  public static AccountView unseen(String account, Beat beat) {
    return unknown(account, Presence.UNSEEN, beat);
  }

  /** An account that another engine keeps. */
  public static AccountView elsewhere(String account) {
    return unknown(account, Presence.ELSEWHERE, Beat.IN_TIME);
  }

  boolean isFreshOrElsewhere() {
    return presence == Presence.ELSEWHERE
        || (presence == Presence.HERE && beat == Beat.IN_TIME && uniMmr.isPresent());
  }

  private static AccountView unknown(String account, Presence presence, Beat beat) {
    return new AccountView(
        account, presence, beat, Optional.empty(), "", Optional.empty(), Map.of(), Usdt.ZERO);
  }
}
