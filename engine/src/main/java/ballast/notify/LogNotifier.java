package ballast.notify;

import ballast.decide.Decision;
import ballast.journal.Intent;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * One log line per tick, which begins with its row in the journal, such as {@code main/1234}: skips
 * and refusals at warning, the others at info. An engine that stands by says so once for each
 * holder, and once when it takes over.
 */
public final class LogNotifier implements Notifier {
  private static final Logger log = LoggerFactory.getLogger("ballast.tick");

  private final Map<String, Long> epochsStoodBy = new ConcurrentHashMap<>();

  @Override
  public void tell(TickReport report) {
    if (report instanceof TickReport.StoodBy stoodBy) {
      stoodBy(stoodBy);
      return;
    }
    if (epochsStoodBy.remove(report.account()) != null) {
      log.info("{}: this engine keeps the account now", report.account());
    }
    if (report instanceof TickReport.Decided decided) {
      boolean refused = decided.decision().kind() == Decision.Kind.REFUSED;
      LoggingEventBuilder line =
          line(report, refused ? Level.WARN : Level.INFO, decided.sequence())
              .addKeyValue("result", decided.decision().kind().name().toLowerCase(Locale.ROOT));
      Optional<Long> intent = decided.intent().map(Intent::id);
      log(intent.isPresent() ? line.addKeyValue("intent", intent.get()) : line, report);
    } else if (report instanceof TickReport.Skipped skipped) {
      log(line(report, Level.WARN, skipped.sequence()).addKeyValue("result", "skipped"), report);
    }
  }

  private static LoggingEventBuilder line(TickReport report, Level level, long sequence) {
    return log.atLevel(level)
        .addKeyValue("account", report.account())
        .addKeyValue("sequence", sequence);
  }

  private static void log(LoggingEventBuilder line, TickReport report) {
    line.log("{}: {}", report.row().orElse(report.account()), report.describe());
  }

  private void stoodBy(TickReport.StoodBy report) {
    Long told = epochsStoodBy.put(report.account(), report.lease().epoch());
    if (told == null || told != report.lease().epoch()) {
      log.info("{}", report.describe());
    } else {
      log.debug("{}", report.describe());
    }
  }
}
