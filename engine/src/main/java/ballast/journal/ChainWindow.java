package ballast.journal;

import java.util.List;
import java.util.function.Function;

/**
 * A stretch of one account's chain, read from every table that has links: no cursor stays open
 * beside a writing engine, and memory is bounded.
 *
 * @param account its name
 * @param keys of its links
 * @param from first sequence
 * @param to last sequence
 */
record ChainWindow(String account, LinkKeys keys, long from, long to) {
  /** Makes a link of a row. */
  interface LinkReading {
    Link read(Row row, long sequence);
  }

  /** Reads rows of this window; the query takes first and last link, then the span. */
  void read(Session session, String query, Span span, LinkReading reading, List<StoredLink> links) {
    links.addAll(rows(session, query, span, row -> stored(row, reading)));
  }

  /** The rows of this window, whatever is made of them. */
  <T> List<T> rows(Session session, String query, Span span, Function<Row, T> reading) {
    return session
        .sql(query)
        .number(keys.of(from))
        .number(keys.of(to))
        .number(span.fromMillis())
        .number(span.toMillis())
        .list(reading);
  }

  /** A link of a row that has its key and its hash; unreadable where the rest makes no sense. */
  static StoredLink stored(Row row, LinkReading reading) {
    long sequence = LinkKeys.sequence(row.number("link"));
    Digest hash = row.digest("hash");
    try {
      return StoredLink.of(reading.read(row, sequence), hash);
    } catch (IllegalArgumentException | JournalException e) {
      return StoredLink.unreadable(sequence, String.valueOf(e.getMessage()), hash);
    }
  }
}
