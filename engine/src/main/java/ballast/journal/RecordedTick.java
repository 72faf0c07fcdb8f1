package ballast.journal;

import ballast.decide.Decision;
import ballast.strategy.AccountSnapshot;

/** One tick as it was journaled: decided, or skipped because nothing could be read. */
public sealed interface RecordedTick {
  String account();

  /** Its place in the account's chain. */
  long sequence();

  long atMillis();

  /** The id of the policy it was decided by. */
  long policy();

  /**
   * A decision. Its memories are {@link StoredMemory}: text that only the strategy's factory can
   * recall.
   *
   * @param intent the intent it led to, 0 when none
   */
  record Decided(
      String account,
      long sequence,
      long policy,
      AccountSnapshot snapshot,
      Decision decision,
      long intent)
      implements RecordedTick {
    /** The same with memories as text, whatever strategy they came from. */
    Decided stored() {
      return new Decided(account, sequence, policy, snapshot, StoredMemory.of(decision), intent);
    }

    @Override
    public long atMillis() {
      return decision.facts().situation().nowMillis();
    }
  }

  /** A tick that could not decide. */
  record Skipped(String account, long sequence, long atMillis, long policy, String reason)
      implements RecordedTick {}
}
