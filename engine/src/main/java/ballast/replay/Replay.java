package ballast.replay;

import ballast.decide.Decision;
import ballast.decide.Facts;
import ballast.journal.JournalReader;
import ballast.journal.Policy;
import ballast.journal.RecordedTick;
import ballast.journal.RecordedTick.Decided;
import ballast.journal.Span;
import ballast.strategy.StrategyFactory;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;

/**
 * Decides every recorded decision again: from the stored facts, by the stored policy, with the
 * strategy's memory recalled from its text. A decision is the same when its canonical text is, byte
 * for byte. One thread at a time.
 */
public final class Replay {
  private final JournalReader journal;
  private final Map<String, StrategyFactory> strategies;
  private final Map<Long, Again> policies = new HashMap<>();

  /**
   * @param strategies every strategy there is, by name
   */
  public Replay(JournalReader journal, Map<String, StrategyFactory> strategies) {
    this.journal = journal;
    this.strategies = Map.copyOf(strategies);
  }

  /**
   * Takes the decisions in a span again.
   *
   * @throws ballast.journal.JournalException when the journal cannot be read
   */
  public Replayed again(Span span) {
    Tally tally = new Tally();
    again(span, tally);
    return tally.result();
  }

  void again(Span span, Tally tally) {
    journal.ticks(
        span,
        tick -> {
          if (tick instanceof Decided decided) {
            compare(decided, tally);
          }
        });
  }

  /**
   * Takes one decision again.
   *
   * @return no decision at all when there is none at that place
   */
  public Replayed again(String account, long sequence) {
    Tally tally = new Tally();
    if (journal.tick(account, sequence).orElse(null) instanceof Decided decided) {
      compare(decided, tally);
    }
    return tally.result();
  }

  /**
   * What another strategy would have decided on the same recorded facts, each account held to the
   * limits it had. The moves it would have made change nothing of what was recorded after them, so
   * this answers "what at this tick", not "what in the long run"; the backtest does that. Where it
   * needs an amount that was not read at the time, the difference says so.
   *
   * @throws IllegalArgumentException when there is no such strategy, or it refuses its parameters
   */
  public Replayed with(Span span, String strategy, SortedMap<String, String> parameters) {
    Map<String, WhatIf> accounts = new HashMap<>();
    Tally tally = new Tally();
    journal.ticks(
        span,
        tick -> {
          if (tick instanceof Decided decided) {
            accounts
                .computeIfAbsent(decided.account(), account -> new WhatIf())
                .compare(decided, other(decided, strategy, parameters), tally);
          }
        });
    return tally.result();
  }

  private Again other(RecordedTick tick, String strategy, SortedMap<String, String> parameters) {
    // negative keys: the other strategy under the limits of the recorded policy
    return policies.computeIfAbsent(
        -tick.policy(),
        id -> {
          Policy recorded = journal.policy(tick.policy());
          return Again.of(
              new Policy(strategy, parameters, recorded.limits(), recorded.codeVersion()),
              strategies);
        });
  }

  private void compare(Decided tick, Tally tally) {
    String recorded = tick.decision().canonical();
    try {
      String replayed = decide(tick).canonical();
      if (recorded.equals(replayed)) {
        tally.same();
      } else {
        showFirst(tick, recorded, replayed, tally);
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      tally.differs(tick, "kind=" + tick.decision().kind(), "not decided: " + e.getMessage());
    }
  }

  private Decision decide(Decided tick) {
    Again again =
        policies.computeIfAbsent(tick.policy(), id -> Again.of(journal.policy(id), strategies));
    Facts facts = tick.decision().facts();
    return again
        .decider()
        .decide(
            Again.facts(
                facts, again.recall(facts.situation().memory().text()), facts.transferable()));
  }

  private static void showFirst(Decided tick, String recorded, String replayed, Tally tally) {
    Iterator<String> one = recorded.lines().iterator();
    Iterator<String> other = replayed.lines().iterator();
    while (one.hasNext() || other.hasNext()) {
      String was = one.hasNext() ? one.next() : "";
      String is = other.hasNext() ? other.next() : "";
      if (!was.equals(is)) {
        tally.differs(tick, was, is);
        return;
      }
    }
    tally.differs(tick, "line ends", "line ends");
  }
}
