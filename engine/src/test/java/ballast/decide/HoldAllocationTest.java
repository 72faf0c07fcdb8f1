package ballast.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ballast.strategy.Memory;
import ballast.strategy.Situation;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A backtest holds at almost every one of its many million steps: a hold must leave no garbage. */
class HoldAllocationTest {
  private static final int HOLDS = 1_000_000;

  /** A row of a column, as a backtest's cursor is. */
  private static final class Cursor implements Situation {
    private long equityE8;

    @Override
    public long nowMillis() {
      return Samples.NOW;
    }

    @Override
    public long equityE8() {
      return equityE8;
    }

    @Override
    public long maintenanceMarginE8() {
      return 10_000_000_000_000L;
    }

    @Override
    public long ldusdtInFuturesE8() {
      return 0;
    }

    @Override
    public long lastMoveMillis() {
      return NEVER;
    }

    @Override
    public Memory memory() {
      return Memory.NONE;
    }
  }

  /** Strategies whose memory does not change on a hold, with the cursor inside their bands. */
  static Stream<Arguments> bands() {
    return Stream.of(
        arguments(
            "target-band",
            Map.of("low", "1.6x", "low-target", "2x", "high-target", "2.6x", "high", "3.2x")),
        arguments("miller-orr", Map.of("floor", "1.5x", "return-point", "50000 USDT")),
        arguments(
            "four-line",
            Map.of(
                "floor", "1.5x",
                "transfer-cost", "20 USDT",
                "proportional-cost", "0.01%",
                "holding-cost", "0.01%",
                "daily-deviation", "25000 USDT")),
        arguments("pi-dead-band", Map.of("setpoint", "1.8x", "dead-band", "0.3x")));
  }

  @ParameterizedTest
  @MethodSource("bands")
  void allocatesNothingOnAHold(String strategy, Map<String, String> texts) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    assumeTrue(threads.isThreadAllocatedMemorySupported(), "this JVM does not count allocation");
    Decider decider = new Decider(Samples.strategy(strategy, texts), Samples.LIMITS);
    Cursor cursor = new Cursor();
    long wantedBefore = hold(decider, cursor);
    long before = threads.getCurrentThreadAllocatedBytes();
    long wanted = hold(decider, cursor);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(wantedBefore + wanted).as("the cursor stays inside the band").isZero();
    assertThat(bytes).as("bytes allocated by %d holds", HOLDS).isLessThan(HOLDS);
  }

  private static long hold(Decider decider, Cursor cursor) {
    long wanted = 0;
    long low = 16_000_000_000_000L;
    for (int i = 0; i < HOLDS; i++) {
      cursor.equityE8 = low + i;
      wanted += decider.asks(cursor, Samples.GOOD).isPresent() ? 1 : 0;
    }
    return wanted;
  }
}
