package ballast.cli;

import ballast.dashboard.Operator;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.Journal;
import ballast.journal.OperatorAct;
import ballast.journal.Pauses;
import ballast.journal.Span;
import ballast.strategy.Direction;
import ballast.tick.QuietWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What an operator may do to the accounts of a journal, and what is refused, by whatever way it was
 * asked for.
 */
final class OperatorActs implements Operator {
  private final Journal journal;
  private final LongSupplier nowMillis;

  /**
   * @param nowMillis the time by which the engine goes
   */
  OperatorActs(Journal journal, LongSupplier nowMillis) {
    this.journal = journal;
    this.nowMillis = nowMillis;
  }

  @Override
  public Optional<String> pause(String account, Optional<Direction> direction, String reason) {
    return act(OperatorAct.Kind.PAUSE, account, direction, reason);
  }

  @Override
  public Optional<String> resume(String account, Optional<Direction> direction, String reason) {
    return act(OperatorAct.Kind.RESUME, account, direction, reason);
  }

  Optional<String> act(
      OperatorAct.Kind kind, String account, Optional<Direction> direction, String reason) {
    Optional<String> objection = objection(kind, account, reason);
    if (objection.isEmpty()) {
      journal.act(new OperatorAct(account, nowMillis.getAsLong(), kind, direction, 0, reason));
    }
    return objection;
  }

  /** Why a pause or resume of this account is refused; empty when it is not. */
  Optional<String> objection(OperatorAct.Kind kind, String account, String reason) {
    Optional<String> unknown = NamedAccount.objection(journal.reader(), account);
    if (unknown.isPresent()) {
      return unknown;
    }
    return kind == OperatorAct.Kind.RESUME ? afterRestore(account, reason) : Optional.empty();
  }

  /** After a restore a transfer may still be on its way that the journal does not know of. */
  private Optional<String> afterRestore(String account, String reason) {
    long now = nowMillis.getAsLong();
    Optional<OperatorAct> restore = Pauses.of(journal, account, now).restore();
    if (restore.isEmpty()) {
      return Optional.empty();
    }
    Duration quiet = QuietWindow.given(journal.books(account, now).longestLag());
    Instant until = Instant.ofEpochMilli(restore.get().atMillis()).plus(quiet);
    String restored = "account " + account + " was " + restore.get().reason();
    if (now < until.toEpochMilli()) {
      return Optional.of(
          restored
              + ": a transfer may still be on its way, so it cannot be resumed before "
              + until
              + "; compare both balances now and then");
    }
    return reason.isBlank()
        ? Optional.of(
            restored
                + ": compare both balances twice, "
                + (quiet.toMinutes() + 1)
                + " minutes apart, and say so as the reason (--reason)")
        : Optional.empty();
  }

  @Override
  public Optional<String> resolve(long intent, boolean applied, String reason) {
    if (reason.isBlank()) {
      return Optional.of("the reason (--reason) must say how you know");
    }
    Optional<Intent> found = intent(intent);
    if (found.isEmpty()) {
      return Optional.of("the journal has no intent " + intent);
    }
    if (found.get().state() != IntentState.HELD) {
      return Optional.of(
          "intent " + intent + " is " + found.get().state() + "; only a HELD one can be resolved");
    }
    journal.act(
        new OperatorAct(
            found.get().account(),
            nowMillis.getAsLong(),
            applied ? OperatorAct.Kind.RESOLVE_APPLIED : OperatorAct.Kind.RESOLVE_NOT_APPLIED,
            Optional.empty(),
            intent,
            reason));
    return Optional.empty();
  }

  /** A HELD intent is its account's open one; all others are looked for to say what they are. */
  Optional<Intent> intent(long id) {
    return journal.reader().accounts().stream()
        .flatMap(account -> journal.books(account, nowMillis.getAsLong()).open().stream())
        .filter(intent -> intent.id() == id)
        .findFirst()
        .or(
            () ->
                journal.reader().intents(Span.everything()).stream()
                    .filter(intent -> intent.id() == id)
                    .findFirst());
  }
}
