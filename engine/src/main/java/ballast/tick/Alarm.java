package ballast.tick;

import java.time.Duration;
import java.util.Date;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes Quartz's jobs after spans of real time. Quartz itself waits for times of the wall clock,
 * and for an hour more when that is set back by an hour; so it is only ever given triggers whose
 * time has long passed, when they are to fire. Safe for several threads.
 */
final class Alarm implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Alarm.class);
  private static final Duration SECOND_TRY = Duration.ofSeconds(1);

  private final Scheduler quartz;
  private final ScheduledThreadPoolExecutor timer;

  /**
   * @param name of the thread
   */
  Alarm(String name, Scheduler quartz) {
    this.quartz = quartz;
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, work -> daemon(name, work), new ThreadPoolExecutor.DiscardPolicy());
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Wakes a job once, after this span; never when the alarm is closed by then. */
  void set(JobKey job, Duration wait) {
    Future<?> unused = timer.schedule(() -> wake(job), wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void wake(JobKey job) {
    try {
      quartz.scheduleJob(atOnce(job));
    } catch (Throwable e) { // whatever it was: an alarm that is lost ends the account's ticks
      if (!timer.isShutdown()) {
        log.error("{}: Quartz does not take the next tick, which is tried again", job.getName(), e);
        set(job, SECOND_TRY);
      }
    }
  }

  @SuppressWarnings("JavaUtilDate") // Quartz speaks Date
  private static Trigger atOnce(JobKey job) {
    return TriggerBuilder.newTrigger()
        .forJob(job)
        .startAt(new Date(0))
        .withSchedule(
            SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionIgnoreMisfires())
        .build();
  }

  /** Wakes nobody any more. */
  @Override
  public void close() {
    timer.shutdownNow();
  }
}
