package ballast.journal;

import java.util.List;

/**
 * Makes every account of a restored journal wait for a person. An intent that was open is not
 * settled by what its last row says: the journal that was lost may have known more.
 */
final class RestoreHold {
  private final Journal journal;
  private final String backup;
  private final long nowMillis;

  RestoreHold(Journal journal, String backup, long nowMillis) {
    this.journal = journal;
    this.backup = backup;
    this.nowMillis = nowMillis;
  }

  void holdAll() {
    for (String account : journal.reader().accounts()) {
      long at = Math.max(nowMillis, latest(account));
      journal.books(account, at).open().ifPresent(intent -> hold(intent, at));
      journal.act(OperatorAct.heldByRestore(account, at, backup));
    }
  }

  /** An account on a paper exchange's clock may be ahead of this machine's. */
  private long latest(String account) {
    List<OperatorAct> acts = journal.reader().acts(Span.of(account));
    long act = acts.isEmpty() ? 0 : acts.get(acts.size() - 1).atMillis();
    return Math.max(act, journal.reader().lastTick(account).map(RecordedTick::atMillis).orElse(0L));
  }

  private void hold(Intent intent, long at) {
    switch (intent.state()) {
      case INTENT -> hold(step(intent, IntentState.SENDING, at), at);
      case SENDING -> hold(step(intent, IntentState.UNKNOWN, at), at);
      case UNKNOWN, CONFIRMED -> step(intent, IntentState.HELD, at);
      case APPLIED, HELD, REJECTED, NOT_SENT, ABANDONED, NOT_APPLIED, SETTLED -> {
        // proven, or waiting for a person already
      }
    }
  }

  private Intent step(Intent intent, IntentState state, long at) {
    return journal.advance(
        intent, state, at, "restored from " + backup + ": it may have been sent since");
  }
}
