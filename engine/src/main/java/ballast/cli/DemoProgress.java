package ballast.cli;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar where a person is looking, and nothing where none is. */
final class DemoProgress implements AutoCloseable {
  private static final int STEPS = 1000;
  private static final Duration REFRESH = Duration.ofMillis(200);

  private final Terminal terminal;
  private final String task;
  private final DemoWatch watch;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          job -> {
            Thread thread = new Thread(job, "progress");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable ProgressBar bar;
  private @Nullable Future<?> refresh;

  DemoProgress(Terminal terminal, String task, DemoWatch watch) {
    this.terminal = terminal;
    this.task = task;
    this.watch = watch;
  }

  void start() {
    if (terminal.interactive()) {
      ProgressBar shown =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(STEPS)
              .setStyle(ProgressBarStyle.ASCII)
              .setConsumer(new ConsoleProgressBarConsumer(terminal.err()))
              .build();
      bar = shown;
      refresh =
          timer.scheduleAtFixedRate(
              () -> shown.stepTo(watch.permille()), 0, REFRESH.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    if (refresh != null) {
      refresh.cancel(false);
    }
    timer.shutdown();
    if (bar != null) {
      bar.stepTo(STEPS);
      bar.close();
    }
  }
}
