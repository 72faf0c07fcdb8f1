package ballast.notify;

import ballast.alert.EngineView;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A dead man's switch: asks for an address again and again while every account is decided for in
 * time. Whoever is behind the address raises the alarm when that stops, whatever became of this
 * machine.
 */
public final class Heartbeat implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

  private final URI address;
  private final Posts posts;
  private final Supplier<EngineView> watch;
  private final Consumer<Boolean> counted;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, work -> daemon(work));
  private boolean quiet;
  private boolean failing;

  /**
   * @param watch the engine as it is now
   * @param counted hears whether each beat arrived; must not throw
   */
  public Heartbeat(
      URI address, Posts posts, Supplier<EngineView> watch, Consumer<Boolean> counted) {
    this.address = address;
    this.posts = posts;
    this.watch = watch;
    this.counted = counted;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "heartbeat");
    thread.setDaemon(true);
    return thread;
  }

  /** Beats once an interval from now on. */
  @SuppressWarnings("FutureReturnValueIgnored") // a beat never throws, so nothing ends them
  public void start(Duration every) {
    thread.scheduleWithFixedDelay(this::beat, 1_000, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Beats once if all is fresh; never throws. */
  void beat() {
    try {
      if (isFresh()) {
        send();
      }
    } catch (RuntimeException e) {
      log.warn("no heartbeat: {}", e.getClass().getSimpleName());
    }
  }

  private boolean isFresh() {
    boolean fresh = watch.get().isFresh();
    if (fresh == quiet) {
      quiet = !fresh;
      log.info(
          "{}",
          fresh ? "the heartbeat begins" : "the heartbeat stops: not all decisions are fresh");
    }
    return fresh;
  }

  private void send() {
    Channel.Answer answer = posts.get(address);
    boolean failed = answer instanceof Channel.Answer.Failed;
    counted.accept(!failed);
    if (answer instanceof Channel.Answer.Failed why && !failing) {
      log.warn("the heartbeat does not arrive: {}", why.why());
    }
    failing = failed;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
