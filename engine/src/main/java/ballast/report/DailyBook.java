package ballast.report;

import ballast.journal.ForeignMove;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.JournalReader;
import ballast.journal.Span;
import ballast.journal.TickOutline;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Adds a span of the journal up by account and day. A transfer counts on the day on which it
 * settled, because from then on it is certain; the balance follows readings, settled transfers and
 * foreign moves in the order in which they came.
 */
final class DailyBook {
  /** What fixes LDUSDT in Futures: before it, and after it. */
  private record Event(long atMillis, int rank, Usdt before, Usdt after) {}

  private static final int SETTLED = 0;
  private static final int FOREIGN = 1;
  private static final int READ = 2;
  private static final int OWN_SETTLED = 3;

  private final Days days;
  private final Map<String, TreeMap<Long, Sums>> sums = new TreeMap<>();
  private final Map<String, List<Event>> events = new TreeMap<>();

  private DailyBook(ZoneId zone) {
    this.days = new Days(zone);
  }

  static List<DailyRow> rows(JournalReader journal, Span span, ZoneId zone) {
    DailyBook book = new DailyBook(zone);
    journal.outlines(span, book::tick);
    // one that was decided before the span may have settled in it
    journal.intents(span.ofAllTime()).forEach(intent -> book.settled(intent, span));
    journal.foreign(span).forEach(book::foreign);
    journal.weights(
        span, (account, atMillis, weight) -> book.sums(account, atMillis).weight += weight);
    return book.rows();
  }

  private Sums sums(String account, long atMillis) {
    Day day = days.of(atMillis);
    return sums.computeIfAbsent(account, name -> new TreeMap<>())
        .computeIfAbsent(day.fromMillis(), from -> new Sums(day));
  }

  private void tick(TickOutline tick) {
    Sums day = sums(tick.account(), tick.atMillis());
    tick.decided()
        .ifPresentOrElse(
            decided -> {
              day.count(decided);
              // while a transfer is on its way, a reading may or may not have it
              if (decided.openIntent() == 0) {
                Usdt read = decided.ldusdtInFutures();
                event(tick.account(), new Event(tick.atMillis(), READ, read, read));
              }
            },
            () -> day.skipped++);
  }

  private void settled(Intent intent, Span span) {
    long at = intent.settledAtMillis().orElse(Long.MIN_VALUE);
    if (intent.state() != IntentState.SETTLED || !span.covers(at)) {
      return;
    }
    Sums day = sums(intent.account(), at);
    Usdt before = intent.before().inFutures();
    int rank = at == intent.decidedAtMillis() ? OWN_SETTLED : SETTLED;
    if (intent.direction() == Direction.EARN_TO_FUTURE) {
      day.movedIn = day.movedIn.plus(intent.amount());
      event(intent.account(), new Event(at, rank, before, before.plus(intent.amount())));
    } else {
      day.movedOut = day.movedOut.plus(intent.amount());
      event(intent.account(), new Event(at, rank, before, before.minus(intent.amount())));
    }
  }

  private void foreign(ForeignMove move) {
    Sums day = sums(move.account(), move.atMillis());
    day.foreign = day.foreign.plus(move.now().minus(move.before()));
    event(move.account(), new Event(move.atMillis(), FOREIGN, move.before(), move.now()));
  }

  private void event(String account, Event event) {
    events.computeIfAbsent(account, name -> new ArrayList<>()).add(event);
  }

  private List<DailyRow> rows() {
    events.forEach(this::balance);
    return sums.entrySet().stream()
        .flatMap(
            account -> account.getValue().values().stream().map(day -> day.row(account.getKey())))
        .sorted(Comparator.comparingLong((DailyRow row) -> row.day().fromMillis()))
        .toList();
  }

  /** What stood at the end of a day stands at the beginning of the next. */
  private void balance(String account, List<Event> events) {
    events.sort(Comparator.comparingLong(Event::atMillis).thenComparingInt(Event::rank));
    Usdt standing = events.get(0).before();
    for (Event event : events) {
      Sums day = sums(account, event.atMillis());
      if (day.opening.isEmpty()) {
        day.opening = Optional.of(standing);
      }
      standing = event.after();
      day.closing = Optional.of(standing);
    }
  }

  /** A day while it is added up. */
  private static final class Sums {
    private final Day day;
    private long holds;
    private long refusals;
    private long moves;
    private long skipped;
    private long weight;
    private Optional<Ratio> lowest = Optional.empty();
    private Usdt movedIn = Usdt.ZERO;
    private Usdt movedOut = Usdt.ZERO;
    private Usdt foreign = Usdt.ZERO;
    private Optional<Usdt> opening = Optional.empty();
    private Optional<Usdt> closing = Optional.empty();

    Sums(Day day) {
      this.day = day;
    }

    void count(TickOutline.Decided decided) {
      switch (decided.kind()) {
        case HOLD -> holds++;
        case REFUSED -> refusals++;
        case MOVE -> moves++;
      }
      Ratio read = decided.uniMmr();
      lowest = lowest.filter(known -> known.e8() <= read.e8()).or(() -> Optional.of(read));
    }

    DailyRow row(String account) {
      return new DailyRow(
          day, account, holds, refusals, moves, skipped, lowest, movedIn, movedOut, foreign,
          opening, closing, weight);
    }
  }
}
