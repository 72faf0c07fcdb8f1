package ballast.simulation;

import ballast.journal.Journal;
import ballast.journal.MemoryJournal;
import java.util.function.LongSupplier;

/** What outlives a process. */
interface Disk extends AutoCloseable {
  /** The journal as a starting process finds it, with a clock that no jump of time moves. */
  Journal open(LongSupplier nanoTime);

  /** The process that had it open died. */
  void crash();

  @Override
  default void close() {}

  /** One journal that several engines open, each with leases of its own by true time. */
  static Disk shared(SimulatedClock clock) {
    MemoryJournal journal = new MemoryJournal("nobody", clock.trueTime());
    return new Disk() {
      private int opened;

      @Override
      public Journal open(LongSupplier nanoTime) {
        opened++;
        return journal.openedBy("engine " + opened, clock.trueTime());
      }

      @Override
      public void crash() {
        journal.crash();
      }
    };
  }

  /** Loses what a journal on disk may lose. */
  static Disk memory() {
    MemoryJournal journal = new MemoryJournal();
    return new Disk() {
      @Override
      public Journal open(LongSupplier nanoTime) {
        return journal;
      }

      @Override
      public void crash() {
        journal.crash();
      }
    };
  }
}
