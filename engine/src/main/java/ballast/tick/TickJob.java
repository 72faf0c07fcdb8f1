package ballast.tick;

import java.time.Duration;
import java.util.Date;
import java.util.function.Consumer;
import org.quartz.DateBuilder;
import org.quartz.DateBuilder.IntervalUnit;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;

/** Quartz's poke of one account: run its beat, then set the one trigger for the next. */
@DisallowConcurrentExecution
@SuppressWarnings("JavaUtilDate") // Quartz speaks Date
final class TickJob implements Job {
  private final Rhythm rhythm;
  private final Consumer<VirtualMachineError> dying;

  /**
   * @param dying is told when the process cannot be trusted any more and should end
   */
  TickJob(Rhythm rhythm, Consumer<VirtualMachineError> dying) {
    this.rhythm = rhythm;
    this.dying = dying;
  }

  @Override
  public void execute(JobExecutionContext context) throws JobExecutionException {
    try {
      rhythm.poke(context.getFireTime().getTime() - context.getScheduledFireTime().getTime());
    } catch (VirtualMachineError e) {
      dying.accept(e);
      throw e;
    } finally {
      setNext(context);
    }
  }

  private void setNext(JobExecutionContext context) throws JobExecutionException {
    try {
      if (!context.getScheduler().isShutdown()) {
        Trigger next =
            TriggerBuilder.newTrigger().forJob(context.getJobDetail()).startAt(future()).build();
        context.getScheduler().scheduleJob(next);
      }
    } catch (SchedulerException e) {
      throw new JobExecutionException(
          "the next tick of " + rhythm.account() + " could not be set", e);
    }
  }

  private Date future() {
    Duration wait = rhythm.untilNext();
    return wait.compareTo(Duration.ofDays(1)) < 0
        ? DateBuilder.futureDate((int) wait.toMillis(), IntervalUnit.MILLISECOND)
        : DateBuilder.futureDate(
            (int) Math.min(Integer.MAX_VALUE, wait.toSeconds()), IntervalUnit.SECOND);
  }
}
