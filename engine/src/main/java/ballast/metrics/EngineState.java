package ballast.metrics;

import ballast.journal.Books;
import java.util.Map;
import java.util.OptionalLong;

/** What a running engine is asked for whenever its metrics are read. Safe for several threads. */
public interface EngineState {
  /** What the journal has of an account now: its open intent and its pauses. */
  Books books(String account);

  /** Of each scope by which the exchange counts, the window that is nearest to its limit. */
  Map<String, Weight> weights();

  /** Until the exchange's ban ends, milliseconds; 0 when there is none. */
  long banMillis();

  /**
   * When the last backup was made, epoch milliseconds; 0 when there is none, and nothing where
   * backups are not Ballast's to make.
   */
  OptionalLong lastBackupMillis();

  /**
   * A window of the weight budget.
   *
   * @param used weight in the last minute
   * @param limit weight allowed in a minute
   */
  record Weight(long used, long limit) {
    static final Weight NOT_KNOWN = new Weight(0, 0);
  }
}
