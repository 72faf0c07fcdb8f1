package ballast.simulation;

import java.util.Set;

/** What can go wrong, and at which stages of an intent it can strike. */
enum Fault {
  /** The account cannot be read. */
  ACCOUNT_UNREADABLE(Stage.NONE, Stage.CONFIRMED, Stage.UNKNOWN, Stage.HELD),
  /** What is transferable cannot be read. */
  TRANSFERABLE_UNREADABLE(Stage.NONE),
  /** Of the two balances at least one cannot be read. */
  HOLDINGS_UNREADABLE(Stage.NONE, Stage.CONFIRMED, Stage.UNKNOWN),
  /** A reading shows the past, up to ten minutes of it; each reading on its own. */
  READ_LAG(Stage.NONE, Stage.CONFIRMED, Stage.UNKNOWN, Stage.HELD),
  /** An answer takes many seconds. */
  SLOW_ANSWER(Stage.NONE, Stage.CONFIRMED, Stage.UNKNOWN, Stage.HELD),
  /** Not one byte leaves. */
  NOT_SENT(Stage.SENDING),
  /** The exchange refuses. */
  REFUSED(Stage.SENDING),
  /** The answer is lost and nothing was executed. */
  TIMEOUT_BEFORE_EFFECT(Stage.SENDING),
  /** The answer is lost and the transfer was executed. */
  TIMEOUT_AFTER_EFFECT(Stage.SENDING),
  /** HTTP 5xx, executed or not. */
  SERVER_ERROR(Stage.SENDING),
  /** Executed only after the time-out, within recvWindow and the bound of late execution. */
  LATE_EXECUTION(Stage.SENDING),
  /** Something on the way delivers the request twice. */
  DUPLICATE_EXECUTION(Stage.SENDING),
  /** Somebody else moves LDUSDT, or subscribes and redeems. */
  OTHER_MOVER(Stage.NONE, Stage.INTENT, Stage.SENDING, Stage.CONFIRMED, Stage.UNKNOWN, Stage.HELD),
  /** Earn pays interest. */
  INTEREST(Stage.NONE, Stage.CONFIRMED, Stage.UNKNOWN, Stage.HELD),
  /** The wall clock jumps within its bound. */
  CLOCK_JUMP(Stage.NONE, Stage.CONFIRMED, Stage.UNKNOWN, Stage.HELD),
  /** The process stands still for minutes, as after SIGSTOP. */
  FROZEN(Stage.NONE, Stage.SENDING, Stage.CONFIRMED, Stage.UNKNOWN, Stage.HELD),
  /** The disk takes seconds. */
  SLOW_DISK(Stage.NONE, Stage.INTENT, Stage.SENDING, Stage.CONFIRMED, Stage.UNKNOWN, Stage.APPLIED),
  /** The journal refuses to write, and the process lives on. */
  JOURNAL_FAILURE(
      Stage.NONE, Stage.INTENT, Stage.SENDING, Stage.CONFIRMED, Stage.UNKNOWN, Stage.APPLIED),
  /** The machine is suspended past its lease, and another engine takes the account meanwhile. */
  PAST_THE_LEASE(
      Stage.NONE, Stage.INTENT, Stage.SENDING, Stage.CONFIRMED, Stage.UNKNOWN, Stage.HELD),
  /** The process dies. */
  CRASH(
      Stage.NONE,
      Stage.INTENT,
      Stage.SENDING,
      Stage.CONFIRMED,
      Stage.UNKNOWN,
      Stage.APPLIED,
      Stage.HELD);

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
  private final Set<Stage> possible;

  Fault(Stage... possible) {
    this.possible = Set.of(possible);
  }

  boolean canStrike(Stage stage) {
    return possible.contains(stage);
  }
}
