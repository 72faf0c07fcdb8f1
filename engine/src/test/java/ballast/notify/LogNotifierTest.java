package ballast.notify;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.decide.Decider;
import ballast.decide.Decision;
import ballast.decide.Facts;
import ballast.decide.Limits;
import ballast.decide.ShippedStrategies;
import ballast.decide.Standing;
import ballast.journal.Lease;
import ballast.strategy.AccountStatus;
import ballast.strategy.Memory;
import ballast.strategy.Situation;
import ballast.strategy.Usdt;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The line that a tick leaves in the log. */
class LogNotifierTest {
  private static final long NOW = 1_800_000_000_000L;

  private final Logger logger = (Logger) LoggerFactory.getLogger("ballast.tick");
  private final Level before = logger.getLevel();
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final LogNotifier notifier = new LogNotifier();

  @BeforeEach
  void listens() {
    logger.setLevel(Level.INFO);
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void stopsListening() {
    logger.detachAppender(lines);
    logger.setLevel(before);
  }

  private static Decision hold() {
    Limits limits =
        new Limits(false, Usdt.of(50_000), Usdt.of(120_000), Usdt.of(10), 300_000, 15_000);
    Situation.Recorded situation =
        new Situation.Recorded(
            NOW,
            Usdt.of(200).e8(),
            Usdt.of(100).e8(),
            Usdt.of(300).e8(),
            Situation.NEVER,
            Situation.UNKNOWN,
            Situation.NEVER,
            Memory.NONE);
    Standing standing =
        new Standing(AccountStatus.NORMAL, 1_000, Usdt.ZERO, Set.of(), Standing.NO_INTENT, 0);
    return new Decider(ShippedStrategies.made("hold", Map.of()), limits)
        .decide(new Facts(situation, standing, Optional.empty()));
  }

  private ILoggingEvent line(TickReport report) {
    lines.list.clear();
    notifier.tell(report);
    assertThat(lines.list).as("one line per tick").hasSize(1);
    return lines.list.get(0);
  }

  private static Map<String, Object> fields(ILoggingEvent event) {
    return event.getKeyValuePairs().stream()
        .collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
  }

  @Test
  void beginsWithTheDecisionsRow() {
    ILoggingEvent held = line(new TickReport.Decided("main", 1234, hold(), Optional.empty(), 0));

    assertThat(held.getLevel()).isEqualTo(Level.INFO);
    assertThat(held.getFormattedMessage()).startsWith("main/1234: HOLD: ");
    assertThat(fields(held))
        .isEqualTo(Map.of("account", "main", "sequence", 1234L, "result", "hold"));
  }

  @Test
  void warnsOfATickThatCouldNotDecide() {
    ILoggingEvent skipped = line(new TickReport.Skipped("main", 1235, NOW, "UNREACHABLE: gone"));

    assertThat(skipped.getLevel()).isEqualTo(Level.WARN);
    assertThat(skipped.getFormattedMessage()).isEqualTo("main/1235: SKIPPED: UNREACHABLE: gone");
    assertThat(fields(skipped)).containsEntry("sequence", 1235L).containsEntry("result", "skipped");
  }

  @Test
  void saysOnceWhoKeepsTheAccountAndOnceThatItIsKeptHereAgain() {
    Lease lease = new Lease("main", "process 7 on trader-1", 3, NOW, false, false);
    assertThat(line(new TickReport.StoodBy("main", NOW, lease)).getFormattedMessage())
        .contains("main is kept by process 7 on trader-1", "stands by");

    lines.list.clear();
    notifier.tell(new TickReport.StoodBy("main", NOW, lease));
    assertThat(lines.list).isEmpty();

    notifier.tell(new TickReport.Decided("main", 1236, hold(), Optional.empty(), 0));
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("main: this engine keeps the account now"),
            second -> assertThat(second).startsWith("main/1236: HOLD: "));
  }
}
