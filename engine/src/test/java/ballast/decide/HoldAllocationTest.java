package ballast.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ballast.strategy.Memory;
import ballast.strategy.Situation;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

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

  @Test
  void allocatesNothingOnAHold() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    assumeTrue(threads.isThreadAllocatedMemorySupported(), "this JVM does not count allocation");
    Decider decider = new Decider(Samples.band(), Samples.LIMITS);
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
