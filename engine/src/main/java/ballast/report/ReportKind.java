package ballast.report;

import ballast.journal.JournalReader;
import ballast.journal.Span;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be reported from the journal. */
public enum ReportKind {
  /** Each account's days, added up, with what must come out even. */
  DAILY {
    @Override
    public Table<?> table(JournalReader journal, Span span, ZoneId zone) {
      return DailyReport.of(journal, span, zone);
    }
  },
  /** Every tick, what was known, decided and why. */
  DECISIONS {
    @Override
    public Table<?> table(JournalReader journal, Span span, ZoneId zone) {
      return DecisionsReport.of(journal, span, zone);
    }
  },
  /** Every transfer that was decided, and where it stands. */
  TRANSFERS {
    @Override
    public Table<?> table(JournalReader journal, Span span, ZoneId zone) {
      return TransfersReport.of(journal, span, zone);
    }
  },
  /** Whatever was not routine. */
  INCIDENTS {
    @Override
    public Table<?> table(JournalReader journal, Span span, ZoneId zone) {
      return IncidentsReport.of(journal, span, zone);
    }
  },
  /** The request weight of each day and endpoint. */
  WEIGHT {
    @Override
    public Table<?> table(JournalReader journal, Span span, ZoneId zone) {
      return WeightReport.of(journal, span, zone);
    }
  },
  /** Where each hash chain ends, and how to check it. */
  AUDIT {
    @Override
    public Table<?> table(JournalReader journal, Span span, ZoneId zone) {
      return AuditReport.of(journal, span);
    }
  },
  /** By which policy was decided when. */
  STRATEGY {
    @Override
    public Table<?> table(JournalReader journal, Span span, ZoneId zone) {
      return StrategyReport.of(journal, span, zone);
    }
  };

  /**
   * The report's table; the journal is read when it is written.
   *
   * @param zone whose days and clocks it speaks of
   */
  public abstract Table<?> table(JournalReader journal, Span span, ZoneId zone);

  /**
   * Reads a kind by its {@link #label}.
   *
   * @throws IllegalArgumentException in one plain line that names all of them
   */
  public static ReportKind of(String name) {
    for (ReportKind kind : values()) {
      if (kind.label().equals(name)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "unknown report \""
            + name
            + "\", use one of "
            + Arrays.stream(values()).map(ReportKind::label).collect(Collectors.joining(", ")));
  }

  /** As the command line writes it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
