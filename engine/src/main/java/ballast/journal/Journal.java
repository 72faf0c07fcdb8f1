package ballast.journal;

import ballast.alert.Delivery;
import ballast.decide.Decision;
import ballast.strategy.AccountSnapshot;
import ballast.venue.ApiCall;
import ballast.venue.Holdings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Every decision and result, append-only, one hash chain per account.
 *
 * <p>{@link #record}, {@link #skip}, {@link #call} and {@link #told} may share a commit with their
 * like for up to one second; what they wrote is lost at most as a whole tail. {@link #intend},
 * {@link #advance}, {@link #act} and {@link #foreign} have reached the disk (fsync) when they
 * return, with everything written before them.
 *
 * <p>One engine at a time writes for an account. {@link #record}, {@link #skip}, {@link #intend},
 * {@link #advance} and {@link #foreign} throw {@link HeldElsewhereException}, and write nothing,
 * when the lease on the account was taken by another engine since this one took it. Calls and
 * operator acts are written whoever has it.
 *
 * <p>Safe for several threads. Every method throws {@link JournalException} when the store fails;
 * the caller then sends nothing.
 */
public interface Journal extends AutoCloseable {
  /**
   * Notes durably by which key an engine is about to reach an account; the key itself is not
   * stored. An account belongs to the environment that it was first reached in, and may have a new
   * key there while no intent of it is open, or while it is paused both ways: the balances that
   * settle the intent might be another account's. Whoever has the lease.
   *
   * @return in one plain line why the account must not be reached so, and nothing is noted then;
   *     empty when it may
   */
  Optional<String> bind(String account, AccountKey key, long atMillis);

  /**
   * Takes an account for this engine, or keeps it, and registers the policy that it is decided by;
   * the same policy has the same id. Durable. From then on the lease is renewed with everything
   * that is written for the account, and given back by {@link #close}.
   *
   * @throws HeldElsewhereException when another engine has the account
   */
  long adopt(String account, Policy policy, long atMillis);

  /** Which engine keeps an account, as it is now; empty when none ever did. */
  Optional<Lease> lease(String account);

  /**
   * Why a dry run must not take an account: engines share this journal and, as it has it, another
   * engine's policy for the account may move money. That engine's lease may be over for a moment; a
   * dry run that then took it would keep it, and no rescue would go out. In one plain line; empty
   * when it may, as always where the journal is this process's alone.
   */
  Optional<String> forbidsDryRun(String account);

  /** What the next tick of this account must know. */
  Books books(String account, long nowMillis);

  /**
   * Records a hold or a refusal.
   *
   * @return its place in the account's chain
   */
  long record(String account, long policy, AccountSnapshot snapshot, Decision decision);

  /**
   * Records a tick at which nothing could be decided, and why.
   *
   * @return its place in the account's chain
   */
  long skip(String account, long policy, long atMillis, String reason);

  /**
   * Why there is no room on the disk for a transfer and what follows it; empty when there is, or
   * when the disk is not this process's. Asked before an intent, so that the tick can say so.
   */
  default Optional<String> noRoom() {
    return Optional.empty();
  }

  /**
   * Records a move and its intent in state INTENT, together and durably. Refused while another
   * intent of the account is open.
   *
   * @throws JournalException also while there is {@linkplain #noRoom no room}
   */
  Intent intend(
      String account, long policy, AccountSnapshot snapshot, Decision decision, Holdings before);

  /**
   * Appends a transition, durably. {@link IntentState#SENDING} is the last gate: in the same
   * transaction the account's pauses and the limits of its policy are looked at as they are now,
   * and where one forbids the transfer the intent comes back ABANDONED, saying why, and nothing may
   * be sent.
   *
   * @throws IllegalStateException when the intent is not in the state given or may not become the
   *     other
   */
  Intent advance(Intent intent, IntentState state, long atMillis, String detail);

  /** Records a call that went to the exchange. */
  void call(String account, ApiCall call);

  /**
   * Records what an operator did, durably. A resolve also takes its intent from HELD to the state
   * named.
   */
  void act(OperatorAct act);

  /**
   * Records what someone else moved, durably.
   *
   * @throws IllegalStateException while an intent of the account is open, which may be what moved
   */
  void foreign(ForeignMove move);

  /**
   * Records what became of an alert's notice, for whichever engine starts next. In no chain, and
   * whoever has the lease.
   */
  void told(Delivery delivery);

  /** Commits whatever still shares a commit. */
  void flush();

  /**
   * Copies everything to one file, only its owner may read it; ticks go on meanwhile. The copy has
   * been opened, walked and compared with this journal's chains before it has its name.
   *
   * @param file what must not be there yet
   * @param atMillis the time to write into it
   * @throws JournalException when the copy is not made, as for a journal that keeps no file;
   *     nothing of it is left and the journal goes on
   */
  default Backup backup(Path file, long atMillis) {
    throw new JournalException("this journal keeps no file, so there is nothing to copy");
  }

  /** The same books, to read. */
  JournalReader reader();

  /** Flushes, gives the leases back and closes cleanly. */
  @Override
  void close();
}
