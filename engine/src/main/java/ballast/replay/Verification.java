package ballast.replay;

import ballast.journal.ChainCheck;
import ballast.journal.JournalException;
import ballast.journal.JournalReader;
import ballast.journal.Span;
import ballast.strategy.StrategyFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A whole journal verified: its chains, every decision taken again, and what must hold of transfers
 * as far as the journal alone can show it.
 *
 * @param decisions decisions taken again
 * @param brokenAt where and how the first chain is broken; empty when all hold
 * @param replayMismatches decisions that came out otherwise, or could not be read
 * @param invariants by id, see docs on money safety
 * @param heads each account's head hash, to compare with one printed earlier
 */
public record Verification(
    long decisions,
    Optional<String> brokenAt,
    long replayMismatches,
    List<Invariant> invariants,
    SortedMap<String, String> heads) {
  /**
   * One thing that must hold.
   *
   * @param id such as I3
   * @param detail what was looked at, or the first that breaks it
   */
  public record Invariant(String id, boolean ok, String detail) {}

  /** Verifies everything; what cannot be read counts as wrong. */
  public static Verification of(JournalReader journal, Map<String, StrategyFactory> strategies) {
    ChainCheck chain = journal.check();
    Tally tally = new Tally();
    long unread = 0;
    try {
      new Replay(journal, strategies).again(Span.everything(), tally);
    } catch (JournalException e) {
      unread = 1;
    }
    Replayed replayed = tally.result();
    return new Verification(
        replayed.decisions(),
        chain.breaks().stream().findFirst(),
        replayed.mismatches() + unread,
        Invariants.of(journal),
        new TreeMap<>(chain.heads()));
  }

  /** {@code ok} or {@code broken}. */
  public String chain() {
    return brokenAt.isEmpty() ? "ok" : "broken";
  }

  /** True when nothing at all was found. */
  public boolean ok() {
    return brokenAt.isEmpty()
        && replayMismatches == 0
        && invariants.stream().allMatch(Invariant::ok);
  }
}
