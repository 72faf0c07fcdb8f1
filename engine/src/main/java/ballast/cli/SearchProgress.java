package ballast.cli;

import java.util.concurrent.atomic.LongAdder;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a search is, where a person is looking. Safe for several threads. */
final class SearchProgress implements AutoCloseable {
  private final LongAdder trials = new LongAdder();
  private final @Nullable ProgressBar bar;

  SearchProgress(Terminal terminal, String task, long trials) {
    this(terminal, task, trials, true);
  }

  /**
   * @param isLong it takes so long that a person wants to see it move
   */
  SearchProgress(Terminal terminal, String task, long trials, boolean isLong) {
    bar =
        terminal.interactive() && isLong
            ? new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(trials)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err()))
                .build()
            : null;
  }

  void step() {
    trials.increment();
    if (bar != null) {
      bar.step();
    }
  }

  /** How many trials were made so far. */
  long trials() {
    return trials.sum();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
