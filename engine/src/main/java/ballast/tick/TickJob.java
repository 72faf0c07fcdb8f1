package ballast.tick;

import java.time.Duration;
import java.util.function.Consumer;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Quartz's poke of one account: run its beat, then set the alarm for the next. */
@DisallowConcurrentExecution
final class TickJob implements Job {
  private final Rhythm rhythm;
  private final Consumer<Duration> alarm;
  private final Consumer<VirtualMachineError> dying;

  /**
   * @param alarm is told after how much real time to poke again
   * @param dying is told when the process cannot be trusted any more and should end
   */
  TickJob(Rhythm rhythm, Consumer<Duration> alarm, Consumer<VirtualMachineError> dying) {
    this.rhythm = rhythm;
    this.alarm = alarm;
    this.dying = dying;
  }

  @Override
  public void execute(JobExecutionContext context) {
    try {
      rhythm.poke();
    } catch (VirtualMachineError e) {
      dying.accept(e);
      throw e;
    } finally {
      alarm.accept(rhythm.untilNext());
    }
  }
}
