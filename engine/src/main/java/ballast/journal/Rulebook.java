package ballast.journal;

import ballast.decide.Decision;
import ballast.decide.Limits;
import ballast.strategy.Direction;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What every journal holds to, wherever it keeps its rows. */
final class Rulebook {
  /** For how many days a measured lag of the exchange counts. */
  static final int LAG_DAYS = 90;

  private Rulebook() {}

  static void requireNoMove(Decision decision) {
    if (decision.kind() == Decision.Kind.MOVE) {
      throw new IllegalArgumentException("a move is recorded with its intent");
    }
  }

  /** The direction of a move. */
  static Direction requireMove(Decision decision) {
    if (decision.kind() != Decision.Kind.MOVE) {
      throw new IllegalArgumentException("only a move has an intent, this is " + decision.kind());
    }
    return decision.direction().orElseThrow();
  }

  static void requireNoneOpen(String account, long open) {
    if (open != 0) {
      throw new IllegalStateException(
          "account " + account + ": intent " + open + " is open, no other may begin");
    }
  }

  /** While an intent is open nobody can say whose move it was. */
  static void requireKnown(ForeignMove move, long open) {
    if (open != 0) {
      throw new IllegalStateException(
          "account " + move.account() + ": intent " + open + " is open, it may be what moved");
    }
  }

  static void requireStep(long intent, IntentState stored, IntentState expected, IntentState next) {
    if (stored != expected || !stored.mayBecome(next)) {
      throw new IllegalStateException(
          "intent "
              + intent
              + " is "
              + stored
              + ", so it cannot go from "
              + expected
              + " to "
              + next);
    }
  }

  /**
   * Why an intent that was decided must not be sent after all, by the books and the limits at this
   * moment; empty when nothing has changed against it.
   */
  static Optional<String> forbids(Intent intent, Books books, Limits limits) {
    if (books.paused().contains(intent.direction())) {
      return Optional.of(intent.direction() + " was paused before it was sent");
    }
    if (limits.dryRun()) {
      return Optional.of("the policy became a dry run before it was sent");
    }
    if (intent.amount().compareTo(limits.perTransfer()) > 0) {
      return Optional.of("per-transfer became " + limits.perTransfer() + " before it was sent");
    }
    return books.movedToday().plus(intent.amount()).compareTo(limits.perDay()) > 0
        ? Optional.of(
            "it would exceed per-day: "
                + books.movedToday()
                + " moved today, limit "
                + limits.perDay())
        : Optional.empty();
  }

  /**
   * Why an account must not be reached by a key; empty when it may.
   *
   * @param known the keys it was reached by so far
   * @param open its open intent, 0 when there is none
   */
  static Optional<String> forbids(
      String account,
      AccountKey key,
      Collection<AccountKey> known,
      long open,
      Set<Direction> paused) {
    Optional<String> other =
        known.stream()
            .map(AccountKey::environment)
            .filter(environment -> !environment.equals(key.environment()))
            .findFirst();
    if (other.isPresent()) {
      return Optional.of(
          "the journal's account "
              + account
              + " belongs to the "
              + other.get()
              + " exchange, and this configuration names the "
              + key.environment()
              + " one: give each a dir or database of its own");
    }
    boolean isNew = !known.isEmpty() && !known.contains(key);
    return isNew && open != 0 && paused.size() < Direction.values().length
        ? Optional.of(
            "account "
                + account
                + " has a new API key while intent "
                + open
                + " is open: put the old key back until it is settled or, where that key is gone,"
                + " run ballast pause --account "
                + account
                + " first")
        : Optional.empty();
  }

  /** As {@link Journal#forbidsDryRun}, of a journal that engines share. */
  static Optional<String> forbidsDryRun(Lease lease, Limits adopted) {
    return lease.here() || adopted.dryRun()
        ? Optional.empty()
        : Optional.of(
            "account "
                + lease.account()
                + " is no dry run in this journal, where "
                + lease.owner()
                + " kept it last, so a dry run does not take it: give the dry run a dir or database"
                + " of its own or, to move nothing here, let the account be and run ballast pause"
                + " --account "
                + lease.account());
  }

  static JournalException unknownAccount(String account) {
    return new JournalException(
        "account " + account + " is not in the journal: adopt its policy first");
  }

  static JournalException unknownPolicy(long id) {
    return new JournalException("the journal has no policy " + id);
  }

  /** The state that a resolve leads to; empty for the other acts. */
  static Optional<IntentState> resolution(OperatorAct.Kind kind) {
    return switch (kind) {
      case RESOLVE_APPLIED -> Optional.of(IntentState.APPLIED);
      case RESOLVE_NOT_APPLIED -> Optional.of(IntentState.NOT_APPLIED);
      case PAUSE, RESUME -> Optional.empty();
    };
  }

  /** What a pause or resume makes of the paused directions. */
  static void apply(OperatorAct act, Set<Direction> paused) {
    Set<Direction> meant =
        act.direction().<Set<Direction>>map(EnumSet::of).orElse(EnumSet.allOf(Direction.class));
    switch (act.kind()) {
      case PAUSE -> paused.addAll(meant);
      case RESUME -> paused.removeAll(meant);
      case RESOLVE_APPLIED, RESOLVE_NOT_APPLIED -> {}
    }
  }

  static String resolvedBy(OperatorAct act) {
    return "resolved by an operator: " + act.reason();
  }
}
