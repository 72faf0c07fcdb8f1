package ballast.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The links of one account up to its head, read window by window, from the tables and from archives
 * alike. Closing it closes the archive that is open.
 */
final class ChainIterator implements Iterator<StoredLink>, AutoCloseable {
  private static final int WINDOW = 2_000;

  private final Session session;
  private final AccountTable.Stored account;
  private final Span span;
  private final boolean ticksAlone;
  private final TickTable ticks;
  private final ArchivedTicks archived;
  private Iterator<StoredLink> window = List.<StoredLink>of().iterator();
  private final long last;
  private long from;

  /** Every link of an account. */
  ChainIterator(Session session, AccountTable.Stored account, Path archives) {
    this(session, account, archives, Span.everything(), false, new IdRange(1, account.sequence()));
  }

  private ChainIterator(
      Session session,
      AccountTable.Stored account,
      Path archives,
      Span span,
      boolean ticksAlone,
      IdRange sequences) {
    this.session = session;
    this.account = account;
    this.span = span;
    this.ticksAlone = ticksAlone;
    this.ticks = new TickTable(new PhraseTable(Dialect.H2), new PolicyTable());
    this.archived = new ArchivedTicks(session, account, archives, span, ticks);
    this.from = sequences.first();
    this.last = Math.min(sequences.last(), account.sequence());
  }

  /** The ticks of a span: only the stretch of the chain is read in which they are. */
  static ChainIterator ticks(
      Session session, AccountTable.Stored account, Path archives, Span span) {
    return new ChainIterator(
        session, account, archives, span, true, sequences(session, account, span));
  }

  private static IdRange sequences(Session session, AccountTable.Stored account, Span span) {
    if (span.isOfAllTime()) {
      return new IdRange(1, account.sequence());
    }
    IdRange range = TickTable.sequences(session, account.keys(), span);
    for (Seam seam : SeamTable.of(session, account.id())) {
      if (seam.contents().meets(span)) {
        range = range.with(new IdRange(seam.first(), seam.last()));
      }
    }
    return range;
  }

  /** One tick of the account. */
  static Optional<StoredLink> tick(
      Session session, AccountTable.Stored account, Path archives, long sequence) {
    IdRange there = new IdRange(sequence, sequence);
    try (ChainIterator at =
        new ChainIterator(session, account, archives, Span.everything(), true, there)) {
      return at.hasNext() ? Optional.of(at.next()) : Optional.empty();
    }
  }

  /** The last links of an account that are in the tables without a gap, at most so many. */
  static List<StoredLink> tail(Session session, AccountTable.Stored account, long most) {
    return tail(session, account, most, false);
  }

  /** The ticks among the last links of an account that are in the tables, at most so many. */
  static List<StoredLink> lastTicks(Session session, AccountTable.Stored account, long most) {
    return tail(session, account, most, true);
  }

  private static List<StoredLink> tail(
      Session session, AccountTable.Stored account, long most, boolean ticksAlone) {
    List<StoredLink> links = new ArrayList<>();
    long from = account.sequence() - most + 1;
    try (ChainIterator end = inTables(session, account, from, ticksAlone)) {
      end.forEachRemaining(links::add);
    }
    return links;
  }

  /** The links behind the archives, which are all in the tables. */
  static ChainIterator inTables(Session session, AccountTable.Stored account) {
    return inTables(session, account, 1, false);
  }

  private static ChainIterator inTables(
      Session session, AccountTable.Stored account, long from, boolean ticksAlone) {
    long whole = Seam.endOf(SeamTable.of(session, account.id())) + 1;
    return new ChainIterator(
        session,
        account,
        Path.of(""),
        Span.everything(),
        ticksAlone,
        new IdRange(Math.max(whole, from), account.sequence()));
  }

  @Override
  public boolean hasNext() {
    while (!window.hasNext() && from <= last) {
      long to = Math.min(from + WINDOW - 1, last);
      window = read(from, to).iterator();
      from = to + 1;
    }
    return window.hasNext();
  }

  @Override
  public StoredLink next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the chain has ended");
    }
    return window.next();
  }

  private List<StoredLink> read(long first, long last) {
    ChainWindow stretch = new ChainWindow(account.name(), account.keys(), first, last);
    List<StoredLink> links = new ArrayList<>();
    ticks.read(session, stretch, span, links);
    if (!ticksAlone) {
      IntentTable.read(session, stretch, span, links);
      ActTable.read(session, stretch, span, links);
      ForeignTable.read(session, stretch, span, links);
    }
    links = archived.with(links, stretch);
    links.sort(Comparator.comparingLong(StoredLink::sequence));
    return links;
  }

  @Override
  public void close() {
    archived.close();
  }
}
