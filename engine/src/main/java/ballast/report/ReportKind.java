package ballast.report;

import ballast.journal.JournalReader;
import ballast.journal.Span;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be reported from the journal. */
public enum ReportKind {
  /** Every tick, what was known, decided and why. */
  DECISIONS {
    @Override
    public Table<?> table(JournalReader journal, Span span) {
      return DecisionsReport.of(journal, span);
    }
  },
  /** Every transfer that was decided, and where it stands. */
  TRANSFERS {
    @Override
    public Table<?> table(JournalReader journal, Span span) {
      return TransfersReport.of(journal, span);
    }
  };

  /** The report's table; the journal is read when it is written. */
  public abstract Table<?> table(JournalReader journal, Span span);

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
