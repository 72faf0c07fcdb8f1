package ballast.tick;

import static ballast.tick.MarchAccount.HOLDS;
import static ballast.tick.MarchAccount.LIMITS;
import static ballast.tick.MarchAccount.MOVES_AT_ONCE;
import static ballast.tick.MarchAccount.decision;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.decide.Decision;
import ballast.journal.IntentState;
import ballast.notify.LogNotifier;
import ballast.notify.Notifier;
import ballast.notify.TickReport;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whom a tick tells, and that it depends on nobody who listens. */
class TickTellsTest {
  private final MarchAccount account = new MarchAccount();

  private Tick told(Map<String, String> band, Notifier notifier) {
    return account.tick(
        Assigned.toTargetBand("main", band, LIMITS), account.venue(), account.journal, notifier);
  }

  @Test
  void tellsOfEveryTick() {
    Tick tick = account.tick(HOLDS);
    tick.run();
    tick.run();
    assertThat(account.told).hasSize(2);
  }

  @Test
  void failsNoTickWhenTheNotifierThrows() {
    Notifier broken =
        report -> {
          throw new IllegalStateException("no network");
        };
    assertThat(decision(told(HOLDS, broken).run()).kind()).isEqualTo(Decision.Kind.HOLD);
  }

  @Test
  void movesAlthoughItsLogCannotBeWritten() {
    Logger all = (Logger) LoggerFactory.getLogger("ballast");
    AppenderBase<ILoggingEvent> full =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            throw new IllegalStateException("the disk of the log is full");
          }
        };
    full.setContext(all.getLoggerContext());
    full.start();
    all.addAppender(full);
    try {
      TickReport report = told(MOVES_AT_ONCE, new LogNotifier()).run();
      assertThat(decision(report).kind()).isEqualTo(Decision.Kind.MOVE);
      assertThat(account.onlyIntent().state()).isEqualTo(IntentState.CONFIRMED);
      assertThat(full.getStatusManager().getCount()).as("the appender was asked").isPositive();
    } finally {
      all.detachAppender(full);
    }
  }
}
