package ballast.journal;

import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import ballast.venue.Holdings;
import java.util.Optional;

/**
 * One row of an account's chain. Its canonical text has everything that the row and the rows beside
 * it say, so that no column can be edited unseen; ids that the store gives out stand in it by
 * content.
 */
sealed interface Link {
  String account();

  /** Its place in the account's chain, from 1. */
  long sequence();

  /** What the hash covers. */
  String canonical();

  /**
   * A tick, decided or skipped.
   *
   * @param policy the digest of the policy whose id the tick names
   */
  record Tick(RecordedTick tick, Digest policy) implements Link {
    @Override
    public String account() {
      return tick.account();
    }

    @Override
    public long sequence() {
      return tick.sequence();
    }

    @Override
    public String canonical() {
      return tick instanceof RecordedTick.Decided decided
          ? canonical(decided)
          : canonical((RecordedTick.Skipped) tick);
    }

    private String canonical(RecordedTick.Decided decided) {
      AccountSnapshot snapshot = decided.snapshot();
      return new LinkText("decision", account(), sequence())
          .line("policy", policy.hex())
          .line("intent", decided.intent())
          .line("snapshotReadAt", snapshot.readAtMillis())
          .line("snapshotEquity", snapshot.equity())
          .line("snapshotActualEquity", snapshot.actualEquity())
          .line("snapshotMaintenanceMargin", snapshot.maintenanceMargin())
          .line("snapshotUniMmr", snapshot.uniMmr())
          .line("snapshotStatus", snapshot.status())
          .line("snapshotLdusdtInFutures", snapshot.ldusdtInFutures())
          .lines(decided.decision().canonical())
          .toString();
    }

    private String canonical(RecordedTick.Skipped skipped) {
      return new LinkText("skip", account(), sequence())
          .line("policy", policy.hex())
          .line("at", skipped.atMillis())
          .line("reason", skipped.reason())
          .toString();
    }
  }

  /**
   * A transition of an intent.
   *
   * @param opening what the intent is about, at its first transition
   */
  record Transition(
      String account,
      long sequence,
      long intent,
      IntentState state,
      long atMillis,
      String detail,
      Optional<Opening> opening)
      implements Link {
    @Override
    public String canonical() {
      LinkText text =
          new LinkText("transition", account, sequence)
              .line("intent", intent)
              .line("state", state)
              .line("at", atMillis)
              .line("detail", detail);
      opening.ifPresent(
          about ->
              text.line("decision", about.decision())
                  .line("decidedAt", about.decidedAtMillis())
                  .line("direction", about.direction())
                  .line("amount", about.amount())
                  .line("beforeReadAt", about.before().readAtMillis())
                  .line("beforeInEarn", about.before().inEarn())
                  .line("beforeInFutures", about.before().inFutures()));
      return text.toString();
    }
  }

  /** An operator's act. */
  record Act(long sequence, OperatorAct act) implements Link {
    @Override
    public String account() {
      return act.account();
    }

    @Override
    public String canonical() {
      return new LinkText("act", account(), sequence)
          .line("at", act.atMillis())
          .line("kind", act.kind())
          .line("direction", act.direction().map(Direction::name).orElse(""))
          .line("intent", act.intent())
          .line("reason", act.reason())
          .toString();
    }
  }

  /** A move of someone else. */
  record Foreign(long sequence, ForeignMove move) implements Link {
    @Override
    public String account() {
      return move.account();
    }

    @Override
    public String canonical() {
      return new LinkText("foreign", account(), sequence)
          .line("at", move.atMillis())
          .line("before", move.before())
          .line("now", move.now())
          .toString();
    }
  }

  /**
   * What an intent is about.
   *
   * @param decision the sequence of the decision that led to it
   */
  record Opening(
      long decision, long decidedAtMillis, Direction direction, Usdt amount, Holdings before) {}
}
