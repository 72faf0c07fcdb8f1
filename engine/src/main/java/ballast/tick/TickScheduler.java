package ballast.tick;

import ballast.journal.JournalException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pokes each account's tick by its schedule, with Quartz in memory. Every poke is a one-shot
 * trigger that is set when the one before it has ended: nothing can queue up, ticks of one account
 * never overlap, and the exchange's clock may run at any speed, or be set.
 */
public final class TickScheduler implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TickScheduler.class);

  /** Less than service managers wait before they kill. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final InstantSource clock;
  private final LongSupplier speed;
  private final Duration patience;
  private final Scheduler quartz;
  private final Alarm alarm;
  private final Map<JobKey, Rhythm> rhythms = new LinkedHashMap<>();
  private final CompletableFuture<JournalException> broken = new CompletableFuture<>();

  /**
   * @param name of the threads
   * @param clock the exchange's clock
   * @param speed how many seconds of it pass in one second; 1 but for a paper exchange
   * @param accounts how many accounts will be added, each with a thread of its own
   */
  public TickScheduler(String name, InstantSource clock, LongSupplier speed, int accounts) {
    this(name, clock, speed, accounts, PATIENCE);
  }

  /**
   * @param patience how long {@link #close} waits for the ticks in hand
   */
  TickScheduler(
      String name, InstantSource clock, LongSupplier speed, int accounts, Duration patience) {
    this.clock = clock;
    this.speed = speed;
    this.patience = patience;
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", name);
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    properties.setProperty(
        "org.quartz.threadPool.threadCount", Integer.toString(Math.max(1, accounts)));
    properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    try {
      quartz = new StdSchedulerFactory(properties).getScheduler();
      alarm = new Alarm(name + "-alarm", quartz);
      quartz.setJobFactory(
          (fired, scheduler) -> {
            JobKey key = fired.getJobDetail().getKey();
            return new TickJob(
                rhythm(key), wait -> alarm.set(key, wait), broken::completeExceptionally);
          });
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz could not be set up", e);
    }
  }

  /** Adds an account, before {@link #start}. */
  public void add(Tick tick, Schedule schedule, Blackout blackout) {
    add(tick.account(), tick::run, schedule, blackout);
  }

  /**
   * The same with something around its tick.
   *
   * @param tick what to do when it is due: {@link Tick#run}, or that within something that measures
   *     it
   */
  public void add(String account, Runnable tick, Schedule schedule, Blackout blackout) {
    rhythms.put(
        new JobKey(account),
        new Rhythm(
            account, tick, schedule, blackout, clock, System::nanoTime, speed, broken::complete));
  }

  /**
   * Pokes every account at once, so that what an earlier process left open is settled first, and
   * then by its schedule.
   */
  public void start() {
    try {
      for (JobKey key : rhythms.keySet()) {
        JobDetail job =
            JobBuilder.newJob(TickJob.class)
                .withIdentity(key)
                .storeDurably()
                .requestRecovery(false)
                .build();
        quartz.addJob(job, false);
      }
      quartz.start();
      rhythms.keySet().forEach(key -> alarm.set(key, Duration.ZERO));
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz did not start", e);
    }
  }

  /**
   * Completes when the journal has failed: nothing more will be sent, and the process should end.
   * Completes exceptionally when Java itself has failed in a tick, with the same consequence but
   * for what the journal still takes.
   */
  public CompletableFuture<JournalException> broken() {
    return broken;
  }

  /**
   * Starts no other tick and lets those in hand finish. One that does not end is left where it is:
   * what it may have sent is journalled as SENDING, as when the process is killed.
   */
  @Override
  public void close() {
    alarm.close();
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Thread closer = new Thread(() -> shutDown(ended), "scheduler-close");
    closer.setDaemon(true);
    closer.start();
    try {
      ended.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      log.warn("a tick did not end within {} s and is left alone", patience.toSeconds());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Quartz did not stop", e.getCause());
    }
  }

  private void shutDown(CompletableFuture<Void> ended) {
    try {
      quartz.shutdown(true);
      ended.complete(null);
    } catch (SchedulerException | RuntimeException e) {
      ended.completeExceptionally(e);
    }
  }

  private Rhythm rhythm(JobKey key) {
    Rhythm rhythm = rhythms.get(key);
    if (rhythm == null) {
      throw new IllegalStateException("no account has the job " + key);
    }
    return rhythm;
  }
}
