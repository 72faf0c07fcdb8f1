package ballast.simulation;

import ballast.journal.Books;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.Journal;
import ballast.journal.OperatorAct;
import java.util.Optional;

/** Journals that take one step of an intent for another. */
final class BrokenSteps {
  private BrokenSteps() {}

  /** Takes what it finds SENDING for never sent. */
  static final class ForgetsSending extends ForwardingJournal {
    ForgetsSending(Journal journal) {
      super(journal);
    }

    @Override
    public Books books(String account, long nowMillis) {
      Optional<Intent> open = super.books(account, nowMillis).open();
      if (open.isPresent() && open.get().state() == IntentState.SENDING) {
        advance(open.get(), IntentState.NOT_SENT, nowMillis, "the process ended");
      }
      return super.books(account, nowMillis);
    }
  }

  /** Settles what was confirmed at once. */
  static final class SettlesUnseen extends ForwardingJournal {
    SettlesUnseen(Journal journal) {
      super(journal);
    }

    @Override
    public Intent advance(Intent intent, IntentState state, long atMillis, String detail) {
      Intent now = super.advance(intent, state, atMillis, detail);
      return state == IntentState.CONFIRMED
          ? super.advance(now, IntentState.SETTLED, atMillis, "not looked at")
          : now;
    }
  }

  /** Takes what is HELD for not applied. */
  static final class FreesHeld extends ForwardingJournal {
    FreesHeld(Journal journal) {
      super(journal);
    }

    @Override
    public Books books(String account, long nowMillis) {
      Optional<Intent> open = super.books(account, nowMillis).open();
      if (open.isPresent() && open.get().state() == IntentState.HELD) {
        act(
            new OperatorAct(
                account,
                nowMillis,
                OperatorAct.Kind.RESOLVE_NOT_APPLIED,
                Optional.empty(),
                open.get().id(),
                "nobody came"));
      }
      return super.books(account, nowMillis);
    }
  }
}
