package ballast.simulation;

import ballast.journal.H2InMemory;
import ballast.journal.Journal;
import ballast.journal.JournalStore;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The journal that ships. */
final class H2Disk {
  private H2Disk() {}

  /**
   * On a file: a crash closes the file and opens it anew. What a killed process loses of it is
   * tested with real processes.
   */
  static Disk on(Path directory) {
    return new Disk() {
      private @Nullable Journal journal;

      @Override
      public Journal open(LongSupplier nanoTime) {
        Journal opened = JournalStore.open(directory, nanoTime);
        journal = opened;
        return opened;
      }

      @Override
      public void crash() {
        close();
      }

      @Override
      public void close() {
        if (journal != null) {
          journal.close();
        }
      }
    };
  }

  /** Without a file: a crash loses what was not committed. */
  static Disk inMemory() {
    H2InMemory database = new H2InMemory();
    return new Disk() {
      @Override
      public Journal open(LongSupplier nanoTime) {
        return database.open(nanoTime);
      }

      @Override
      public void crash() {
        database.crash();
      }

      @Override
      public void close() {
        database.close();
      }
    };
  }
}
