package ballast.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The links of one account up to its head, read window by window. */
final class ChainIterator implements Iterator<StoredLink> {
  private static final int WINDOW = 2_000;

  private final Session session;
  private final AccountTable.Stored account;
  private final Span span;
  private final boolean ticksAlone;
  private final TickTable ticks;
  private Iterator<StoredLink> window = List.<StoredLink>of().iterator();
  private final long last;
  private long from;

  ChainIterator(Session session, AccountTable.Stored account, Span span, boolean ticksAlone) {
    this(session, account, span, ticksAlone, new IdRange(1, account.sequence()));
  }

  private ChainIterator(
      Session session,
      AccountTable.Stored account,
      Span span,
      boolean ticksAlone,
      IdRange sequences) {
    this.session = session;
    this.account = account;
    this.span = span;
    this.ticksAlone = ticksAlone;
    this.ticks = new TickTable(new PhraseTable(Dialect.H2), new PolicyTable());
    this.from = sequences.first();
    this.last = Math.min(sequences.last(), account.sequence());
  }

  /** The ticks of a span: only the stretch of the chain is read in which they are. */
  static ChainIterator ticks(Session session, AccountTable.Stored account, Span span) {
    IdRange sequences =
        span.isOfAllTime()
            ? new IdRange(1, account.sequence())
            : TickTable.sequences(session, account.keys(), span);
    return new ChainIterator(session, account, span, true, sequences);
  }

  /** One tick of the account. */
  static Optional<StoredLink> tick(Session session, AccountTable.Stored account, long sequence) {
    ChainIterator at = new ChainIterator(session, account, Span.everything(), true);
    return at.read(sequence, sequence).stream().findFirst();
  }

  /** The last links of an account, at most so many. */
  static List<StoredLink> tail(Session session, AccountTable.Stored account, long most) {
    ChainIterator end = new ChainIterator(session, account, Span.everything(), false);
    return end.read(Math.max(1, account.sequence() - most + 1), account.sequence());
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
    links.sort(Comparator.comparingLong(StoredLink::sequence));
    return links;
  }
}
