package ballast.notify;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells several, in order. One that fails keeps no other from hearing. */
public record Notifiers(List<Notifier> notifiers) implements Notifier {
  private static final Logger log = LoggerFactory.getLogger(Notifiers.class);

  public Notifiers {
    notifiers = List.copyOf(notifiers);
  }

  @Override
  public void tell(TickReport report) {
    for (Notifier notifier : notifiers) {
      try {
        notifier.tell(report);
      } catch (RuntimeException e) {
        log.warn("{}: could not notify: {}", report.account(), e.toString());
      }
    }
  }
}
