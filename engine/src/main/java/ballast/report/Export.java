package ballast.report;

import ballast.journal.JournalReader;
import ballast.journal.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What of the journal is written out for other tools, row by row, so that any length fits. */
public enum Export {
  /** Every tick, what was known, decided and why. */
  DECISIONS {
    @Override
    Table<?> table(JournalReader journal, Span span) {
      return DecisionsReport.of(journal, span, ZoneOffset.UTC);
    }
  },
  /** Every transfer that was decided, and where it stands. */
  TRANSFERS {
    @Override
    Table<?> table(JournalReader journal, Span span) {
      return TransfersReport.of(journal, span, ZoneOffset.UTC);
    }
  },
  /** Every call that went to the exchange, with its weight. */
  CALLS {
    @Override
    Table<?> table(JournalReader journal, Span span) {
      return JournalTables.calls(journal, span);
    }
  },
  /** Every act of an operator. */
  ACTS {
    @Override
    Table<?> table(JournalReader journal, Span span) {
      return JournalTables.acts(journal, span);
    }
  };

  /** The forms an export has. */
  public enum Form {
    /** RFC 4180, with a header. */
    CSV,
    /** One JSON object a line. */
    NDJSON;

    /** What the files' names end in. */
    public String extension() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  abstract Table<?> table(JournalReader journal, Span span);

  /** The file's name without its extension. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Writes it as one of several files.
   *
   * @return how many rows
   * @throws IOException when it cannot be written
   */
  public long write(JournalReader journal, Span span, Form form, Path file, WholeFiles files)
      throws IOException {
    AtomicLong rows = new AtomicLong();
    files.write(file, out -> write(table(journal, span), form, new Sink(out), rows));
    return rows.get();
  }

  private static <R> void write(Table<R> table, Form form, Sink out, AtomicLong rows) {
    Table<R> counted =
        new Table<>(
            table.title(),
            table.columns(),
            sink -> table.rows().accept(row -> count(rows, row, sink)));
    switch (form) {
      case CSV -> Csv.write(counted, out);
      case NDJSON -> Json.writeLines(counted, out);
    }
  }

  private static <R> void count(AtomicLong rows, R row, Consumer<R> sink) {
    rows.incrementAndGet();
    sink.accept(row);
  }
}
