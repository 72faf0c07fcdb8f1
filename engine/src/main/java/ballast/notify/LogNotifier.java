package ballast.notify;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One log line per tick: moves at info, skips and refusals at warning, holds at debug. An engine
 * that stands by says so once for each holder, and once when it takes over.
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
      switch (decided.decision().kind()) {
        case MOVE -> log.info("{}: {}", report.account(), report.describe());
        case REFUSED -> log.warn("{}: {}", report.account(), report.describe());
        case HOLD -> log.debug("{}: {}", report.account(), report.describe());
      }
    } else {
      log.warn("{}: {}", report.account(), report.describe());
    }
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
