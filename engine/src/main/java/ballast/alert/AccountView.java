package ballast.alert;

import ballast.strategy.AccountStatus;
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
 * @param beat whether its ticks and decisions come by schedule
 * @param decided what its last decision rested on and came to; empty before the first
 * @param lastFailure why its last tick could not decide; empty when it decided
 * @param doubt its open transfer, where nobody knows what became of it
 * @param paused its paused directions, each with the reason, which may be empty
 * @param foreignToday LDUSDT that others have moved on this UTC day
 */
public record AccountView(
    String account,
    Presence presence,
    Beat beat,
    Optional<Decided> decided,
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
   * What its last decision rested on and came to.
   *
   * @param uniMmr as it was then
   * @param status the exchange's, as it was then
   * @param rescueFailure why LDUSDT that was needed in Futures did not go there, one line; empty
   *     where it did, where none was needed, and where the next ticks bring it by themselves
   */
  public record Decided(Ratio uniMmr, AccountStatus status, Optional<String> rescueFailure) {}

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

  /** At its last decision; empty before the first. */
  Optional<Ratio> uniMmr() {
    return decided.map(Decided::uniMmr);
  }

  boolean isFreshOrElsewhere() {
    return presence == Presence.ELSEWHERE
        || (presence == Presence.HERE && beat == Beat.IN_TIME && decided.isPresent());
  }

  private static AccountView unknown(String account, Presence presence, Beat beat) {
    return new AccountView(
        account, presence, beat, Optional.empty(), "", Optional.empty(), Map.of(), Usdt.ZERO);
  }
}
