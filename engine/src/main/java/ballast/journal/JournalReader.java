package ballast.journal;

import ballast.alert.Delivery;
import ballast.venue.ApiCall;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Reads the journal. Rows are streamed, so that a journal of any size fits. Safe beside a writing
 * engine.
 */
public interface JournalReader {
  /** Every account, by name. */
  List<String> accounts();

  /**
   * @throws JournalException when there is no such policy
   */
  Policy policy(long id);

  /** The ticks in a span, each account's in the order of its chain. */
  void ticks(Span span, Consumer<RecordedTick> sink);

  /** The outlines of {@link #ticks}, each account's in any order; several times as fast. */
  default void outlines(Span span, Consumer<TickOutline> sink) {
    ticks(span, tick -> sink.accept(TickOutline.of(tick)));
  }

  /** One tick; empty when the account's chain has none at that place. */
  Optional<RecordedTick> tick(String account, long sequence);

  /** The place of the last link in an account's chain; 0 when it has none. */
  long lastSequence(String account);

  /**
   * The last tick of an account; what stands behind it in the chain are transitions and operator
   * acts.
   */
  default Optional<RecordedTick> lastTick(String account) {
    Optional<RecordedTick> tick = Optional.empty();
    for (long sequence = lastSequence(account); sequence > 0 && tick.isEmpty(); sequence--) {
      tick = tick(account, sequence);
    }
    return tick;
  }

  /**
   * The last ticks of an account, in the order of its chain: those among its last links, at most so
   * many. However long the chain is, no more of it is read.
   */
  default List<RecordedTick> lastTicks(String account, int most) {
    long last = lastSequence(account);
    return LongStream.rangeClosed(Math.max(1, last - most + 1), last)
        .mapToObj(sequence -> tick(account, sequence))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The intents decided in a span, in order, as they stand now. */
  List<Intent> intents(Span span);

  /** The transitions of the intents decided in a span, intent by intent, each in order. */
  List<IntentStep> steps(Span span);

  /** The operator's acts in a span, in order. */
  List<OperatorAct> acts(Span span);

  /** What others moved in a span, in order. */
  List<ForeignMove> foreign(Span span);

  /** The calls in a span, in order, with their account. */
  void calls(Span span, BiConsumer<String, ApiCall> sink);

  /** What the calls in a span weighed, in parts that no quarter of an hour divides. */
  default void weights(Span span, WeightSink sink) {
    calls(span, (account, call) -> sink.add(account, call.atMillis(), call.weight()));
  }

  /** Is told of request weight. */
  @FunctionalInterface
  interface WeightSink {
    /**
     * @param atMillis of one of the calls
     */
    void add(String account, long atMillis, long weight);
  }

  /** What became of the notices of alerts in a span, in order; those of no account under "". */
  List<Delivery> deliveries(Span span);

  /** Where every account's chain ends, by account; nothing is walked. */
  List<ChainHead> heads();

  /** Walks every chain from its first row. */
  ChainCheck check();
}
