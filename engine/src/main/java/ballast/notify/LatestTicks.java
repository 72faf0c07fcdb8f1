package ballast.notify;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers each account's last tick, and its last one that decided. Safe for several threads. */
public final class LatestTicks implements Notifier {
  private final Map<String, TickReport> latest = new ConcurrentHashMap<>();
  private final Map<String, TickReport.Decided> decided = new ConcurrentHashMap<>();

  @Override
  public void tell(TickReport report) {
    latest.put(report.account(), report);
    if (report instanceof TickReport.Decided decision) {
      decided.put(report.account(), decision);
    }
  }

  /** The last tick of an account since the start; empty before the first. */
  public Optional<TickReport> tick(String account) {
    return Optional.ofNullable(latest.get(account));
  }

  /** The last decision for an account since the start; empty before the first. */
  public Optional<TickReport.Decided> decision(String account) {
    return Optional.ofNullable(decided.get(account));
  }
}
