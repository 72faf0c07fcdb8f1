package ballast.report;

import ballast.journal.ChainCheck;
import ballast.journal.ForeignMove;
import ballast.journal.Intent;
import ballast.journal.IntentStep;
import ballast.journal.JournalReader;
import ballast.journal.OperatorAct;
import ballast.journal.Policy;
import ballast.journal.RecordedTick;
import ballast.journal.Span;
import ballast.venue.ApiCall;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A journal of just these rows, whatever the span. */
record FakeJournal(List<RecordedTick> rows, List<Intent> transfers) implements JournalReader {
  @Override
  public void ticks(Span span, Consumer<RecordedTick> sink) {
    rows.forEach(sink);
  }

  @Override
  public List<Intent> intents(Span span) {
    return transfers;
  }

  @Override
  public Optional<RecordedTick> tick(String account, long sequence) {
    throw new UnsupportedOperationException("reports ask for ticks and intents alone");
  }

  @Override
  public long lastSequence(String account) {
    throw new UnsupportedOperationException("reports ask for ticks and intents alone");
  }

  @Override
  public List<IntentStep> steps(Span span) {
    throw new UnsupportedOperationException("reports ask for ticks and intents alone");
  }

  @Override
  public List<String> accounts() {
    throw new UnsupportedOperationException("reports ask for ticks and intents alone");
  }

  @Override
  public Policy policy(long id) {
    throw new UnsupportedOperationException("reports ask for ticks and intents alone");
  }

  @Override
  public List<OperatorAct> acts(Span span) {
    throw new UnsupportedOperationException("reports ask for ticks and intents alone");
  }

  @Override
  public List<ForeignMove> foreign(Span span) {
    throw new UnsupportedOperationException("reports ask for ticks and intents alone");
  }

  @Override
  public void calls(Span span, BiConsumer<String, ApiCall> sink) {
    throw new UnsupportedOperationException("reports ask for ticks and intents alone");
  }

  @Override
  public ChainCheck check() {
    throw new UnsupportedOperationException("reports ask for ticks and intents alone");
  }
}
