package ballast.notify;

import ballast.alert.AccountView;
import ballast.alert.AccountView.Presence;
import ballast.alert.AlertBook;
import ballast.alert.Cadence;
import ballast.alert.DailyDigest;
import ballast.alert.DailyTime;
import ballast.alert.Delivery;
import ballast.alert.Delivery.Outcome;
import ballast.alert.EngineView;
import ballast.alert.Judged;
import ballast.alert.Notice;
import ballast.alert.Severity;
import ballast.journal.ChainHead;
import ballast.journal.Journal;
import ballast.journal.JournalException;
import ballast.journal.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the engine every few seconds, in a thread of its own, and tells people what is wrong.
 * Ticks neither wait for it nor fail with it. Whatever was told, or could not be, is in the log, in
 * the journal and in the metrics.
 */
public final class AlertDesk implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(AlertDesk.class);
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A condition that stands is told once a day at least. */
  private static final Duration REMEMBERED = Duration.ofDays(31);

  private final Supplier<Judged> watch;
  private final Days days;
  private final Settings settings;
  private final Journal journal;
  private final Listener listener;
  private final InstantSource clock;
  private final List<Outbox> outboxes;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, AlertDesk::daemon);
  private final Set<String> recalled = new HashSet<>();
  private AlertBook book = AlertBook.EMPTY;
  private long countingSinceMillis;
  private @Nullable Instant nextDigest;

  /** Hears what the desk does, in its threads; must not throw. */
  public interface Listener {
    /** What stands by the latest look. */
    void looked(AlertBook book, long atMillis);

    /** What became of a notice on a channel. */
    void told(Delivery delivery);
  }

  /** What is told when. */
  public record Settings(Cadence cadence, Optional<DailyTime> digest) {}

  /**
   * @param watch the engine as it is now, judged
   * @param days what its ticks came to
   * @param channels who is told; where there are none, the log and the listener are
   * @param clock the machine's, on which people live
   */
  public AlertDesk(
      Supplier<Judged> watch,
      Days days,
      Settings settings,
      List<Channel> channels,
      Journal journal,
      Listener listener,
      InstantSource clock) {
    this.watch = watch;
    this.days = days;
    this.settings = settings;
    this.journal = journal;
    this.listener = listener;
    this.clock = clock;
    this.outboxes =
        channels.stream()
            .map(channel -> new Outbox(channel, this::told, clock, AlertDesk::pause))
            .toList();
    this.countingSinceMillis = clock.millis();
    this.nextDigest = settings.digest().map(time -> time.next(clock.instant())).orElse(null);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "alerts");
    thread.setDaemon(true);
    return thread;
  }

  private static void pause(long millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  /** Looks every few seconds from now on. */
  @SuppressWarnings("FutureReturnValueIgnored") // a look never throws, so nothing ends them
  public void start() {
    outboxes.forEach(Outbox::start);
    thread.scheduleWithFixedDelay(
        this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Looks once and hands out what there is to tell; never throws. */
  synchronized void look() {
    try {
      long now = clock.millis();
      Judged judged = watch.get();
      EngineView engine = judged.engine();
      recall(engine, now);
      AlertBook.Step step = book.take(judged.findings(), settings.cadence(), now);
      book = step.book();
      listener.looked(book, now);
      step.notices().forEach(this::hand);
      digest(engine, now);
    } catch (RuntimeException e) {
      log.warn("the alerts could not look: {}", e.toString());
    }
  }

  /**
   * What an earlier process told of the engine, or of an account that this one has not kept until
   * now, is not told as new.
   */
  private void recall(EngineView engine, long now) {
    if (engine.journalFailure().isPresent()) {
      return;
    }
    recallOnce("", now);
    for (AccountView account : engine.accounts()) {
      if (account.presence() == Presence.HERE) {
        recallOnce(account.account(), now);
      } else if (account.presence() == Presence.ELSEWHERE) {
        recalled.remove(account.account());
      }
    }
  }

  private void recallOnce(String account, long now) {
    if (recalled.contains(account)) {
      return;
    }
    Span span = new Span(Optional.of(account), now - REMEMBERED.toMillis(), Long.MAX_VALUE);
    book = book.recalling(account, journal.reader().deliveries(span), now);
    recalled.add(account);
  }

  private void digest(EngineView engine, long now) {
    Instant due = nextDigest;
    if (due == null || due.toEpochMilli() > now || engine.journalFailure().isPresent()) {
      return;
    }
    Map<String, String> heads =
        journal.reader().heads().stream()
            .collect(Collectors.toMap(ChainHead::account, ChainHead::hash));
    hand(
        Notice.digest(
            DailyDigest.text(engine, days.take(), heads, book, countingSinceMillis), now));
    countingSinceMillis = now;
    nextDigest = settings.digest().orElseThrow().next(Instant.ofEpochMilli(now));
  }

  private void hand(Notice notice) {
    if (notice.severity() == Severity.INFO || notice.kind() == Notice.Kind.RECOVERED) {
      log.info("{}: {}", notice.title(), notice.text());
    } else {
      log.warn("{}: {}", notice.title(), notice.text());
    }
    outboxes.forEach(outbox -> outbox.put(notice));
  }

  private void told(Delivery delivery) {
    listener.told(delivery);
    if (delivery.outcome() != Outcome.DELIVERED) {
      log.warn(
          "{}: {} was not told: {}",
          delivery.channel(),
          delivery.notice().title(),
          delivery.failure());
    }
    try {
      journal.told(delivery);
    } catch (JournalException e) {
      log.debug("not journaled", e);
    }
  }

  /** Has one last look if the journal broke, and a few seconds for what waits on the channels. */
  @Override
  public void close() {
    thread.shutdownNow();
    if (isBroken()) {
      look();
    }
    outboxes.forEach(Outbox::closing);
    long end = System.nanoTime() + PATIENCE.toNanos();
    outboxes.forEach(outbox -> outbox.close(Duration.ofNanos(end - System.nanoTime())));
  }

  private boolean isBroken() {
    try {
      return watch.get().engine().journalFailure().isPresent();
    } catch (RuntimeException e) {
      log.debug("the engine could not be looked at", e);
      return false;
    }
  }
}
