package ballast.notify;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One log line per tick: moves at info, skips and refusals at warning, holds at debug. */
public final class LogNotifier implements Notifier {
  private static final Logger log = LoggerFactory.getLogger("ballast.tick");

  @Override
  public void tell(TickReport report) {
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
}
