package ballast.notify;

import ballast.decide.Decision;
import ballast.journal.Intent;
import ballast.journal.Lease;
import java.util.Optional;

/** What one tick came to. */
public sealed interface TickReport {
  String account();

  /** The exchange's time at the tick. */
  long atMillis();

  /**
   * Its row in the journal, as in {@code main/1234}: the account and the place in its chain. Empty
   * when it has none.
   */
  default Optional<String> row() {
    return Optional.empty();
  }

  /** One line for people. */
  String describe();

  /**
   * The tick decided.
   *
   * @param sequence the decision's place in the account's chain
   * @param intent the transfer it led to, as it stands after the answer
   * @param ownNanos time from the account's answer to the transfer's first byte, waits for the
   *     exchange left out; 0 when nothing was sent
   */
  record Decided(
      String account, long sequence, Decision decision, Optional<Intent> intent, long ownNanos)
      implements TickReport {
    @Override
    public Optional<String> row() {
      return Optional.of(account + "/" + sequence);
    }

    @Override
    public long atMillis() {
      return decision.facts().situation().nowMillis();
    }

    @Override
    public String describe() {
      return intent
          .map(
              moved ->
                  moved.direction()
                      + " "
                      + moved.amount()
                      + " LDUSDT: "
                      + moved.state()
                      + " ("
                      + decision.reason()
                      + ")")
          .orElseGet(() -> decision.kind() + ": " + decision.reason());
    }
  }

  /** Another engine keeps the account: nothing was read, journaled or sent. */
  record StoodBy(String account, long atMillis, Lease lease) implements TickReport {
    @Override
    public String describe() {
      return lease.describe() + ": this engine stands by";
    }
  }

  /**
   * The tick could not decide; nothing was guessed.
   *
   * @param sequence its place in the account's chain
   */
  record Skipped(String account, long sequence, long atMillis, String reason)
      implements TickReport {
    @Override
    public Optional<String> row() {
      return Optional.of(account + "/" + sequence);
    }

    @Override
    public String describe() {
      return "SKIPPED: " + reason;
    }
  }
}
