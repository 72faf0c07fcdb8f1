package ballast.notify;

import ballast.alert.Delivery;
import ballast.alert.Delivery.Outcome;
import ballast.alert.Notice;
import ballast.notify.Channel.Answer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One channel with its queue and its thread. Putting never waits: where the queue is full the
 * oldest notice gives way, and that is an outcome like any other. A notice is sent three times at
 * the most.
 */
final class Outbox {
  static final int ROOM = 64;
  private static final int MOST_ATTEMPTS = 3;
  private static final long FIRST_WAIT_MILLIS = 2_000;
  private static final long LONGER = 5;

  private final Channel channel;
  private final Consumer<Delivery> told;
  private final InstantSource clock;
  private final LongConsumer pause;
  private final BlockingDeque<Optional<Notice>> waiting = new LinkedBlockingDeque<>(ROOM);
  private @Nullable Thread thread;
  private volatile boolean closing;

  /**
   * @param told hears what became of each notice; must not throw
   * @param pause waits for so many milliseconds, or shorter when interrupted
   */
  Outbox(Channel channel, Consumer<Delivery> told, InstantSource clock, LongConsumer pause) {
    this.channel = channel;
    this.told = told;
    this.clock = clock;
    this.pause = pause;
  }

  void put(Notice notice) {
    if (!channel.wants(notice)) {
      return;
    }
    while (!waiting.offerLast(Optional.of(notice))) {
      Optional<Notice> oldest = waiting.pollFirst();
      if (oldest != null && oldest.isPresent()) {
        told(oldest.get(), Outcome.DROPPED, 0, "newer notices took its place");
      }
    }
  }

  synchronized void start() {
    Thread sender = new Thread(this::run, "alerts-" + channel.name());
    sender.setDaemon(true);
    sender.start();
    thread = sender;
  }

  private void run() {
    try {
      while (!(closing && waiting.isEmpty())) {
        Optional<Notice> next = waiting.takeFirst();
        next.ifPresent(this::deliver);
      }
    } catch (InterruptedException e) {
      // closing has waited long enough, and says what was left
    }
  }

  /** Sends what waits longest, in the caller's thread; false when nothing waits. */
  boolean deliverNext() {
    Optional<Notice> next = waiting.pollFirst();
    if (next == null || next.isEmpty()) {
      return false;
    }
    deliver(next.get());
    return true;
  }

  private void deliver(Notice notice) {
    long wait = FIRST_WAIT_MILLIS;
    for (int attempt = 1; ; attempt++) {
      Answer answer = channel.send(notice);
      if (!(answer instanceof Answer.Failed failed)) {
        told(notice, Outcome.DELIVERED, attempt, "");
        return;
      }
      if (!failed.again() || attempt == MOST_ATTEMPTS || closing) {
        told(notice, Outcome.FAILED, attempt, failed.why());
        return;
      }
      pause.accept(wait);
      wait *= LONGER;
    }
  }

  private void told(Notice notice, Outcome outcome, int attempts, String failure) {
    told.accept(new Delivery(notice, channel.name(), outcome, attempts, failure, clock.millis()));
  }

  /** Takes no more time than needed from now on: what waits is sent once, and no longer retried. */
  void closing() {
    closing = true;
    waiting.offerLast(Optional.empty()); // where there is no room it is awake, and sees the above
  }

  /** Ends after {@link #closing}, and drops what was not sent within a time. */
  void close(Duration patience) {
    Thread sender;
    synchronized (this) {
      sender = thread;
    }
    if (sender != null) {
      join(sender, patience);
    }
    List<Optional<Notice>> left = new ArrayList<>();
    waiting.drainTo(left);
    for (Optional<Notice> notice : left) {
      notice.ifPresent(one -> told(one, Outcome.DROPPED, 0, "the engine stopped first"));
    }
  }

  private static void join(Thread sender, Duration patience) {
    try {
      sender.join(Math.max(1, patience.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sender.interrupt();
  }
}
