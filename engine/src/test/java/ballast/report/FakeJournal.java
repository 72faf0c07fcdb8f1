package ballast.report;

import ballast.alert.Delivery;
import ballast.journal.ChainCheck;
import ballast.journal.ChainHead;
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
    throw new UnsupportedOperationException("reports read whole spans");
  }

  @Override
  public long lastSequence(String account) {
    throw new UnsupportedOperationException("reports read whole spans");
  }

  @Override
  public List<IntentStep> steps(Span span) {
    return List.of();
  }

  @Override
  public List<String> accounts() {
    throw new UnsupportedOperationException("reports read whole spans");
  }

  @Override
  public Policy policy(long id) {
    return ballast.journal.Ticks.POLICY;
  }

  @Override
  public List<OperatorAct> acts(Span span) {
    return List.of();
  }

  @Override
  public List<ForeignMove> foreign(Span span) {
    return List.of();
  }

  @Override
  public void calls(Span span, BiConsumer<String, ApiCall> sink) {
    // none were made
  }

  @Override
  public List<Delivery> deliveries(Span span) {
    return List.of();
  }

  @Override
  public List<ChainHead> heads() {
    return List.of(new ChainHead("main", rows.size(), "0".repeat(64)));
  }

  @Override
  public ChainCheck check() {
    throw new UnsupportedOperationException("reports read whole spans");
  }
}
