package ballast.metrics;

import ballast.alert.AlertBook;
import ballast.alert.Delivery;
import ballast.alert.Delivery.Outcome;
import ballast.alert.Notice;
import ballast.alert.Rule;
import ballast.alert.Subject;
import ballast.notify.AlertDesk;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;

/**
 * Which conditions stand, and what became of notices; all are there from the start, so that a first
 * one shows as a rise. Safe for several threads.
 */
public final class AlertMeters implements AlertDesk.Listener {
  private static final String HEARTBEAT = "heartbeat";

  private final MeterRegistry registry;
  private volatile Set<Subject> standing = Set.of();
  private volatile long lookedMillis;

  AlertMeters(MeterRegistry registry, List<String> accounts) {
    this.registry = registry;
    Gauge.builder("ballast.alert.look.timestamp.seconds", () -> lookedMillis / 1e3)
        .description("When the engine last looked at itself; 0 before the first time")
        .register(registry);
    for (Rule rule : Rule.values()) {
      List<String> subjects = rule.scope() == Rule.Scope.ENGINE ? List.of("") : accounts;
      subjects.forEach(account -> gauge(new Subject(rule, account)));
      expect(rule.text());
    }
    expect(Notice.Kind.DIGEST.text());
    expect(HEARTBEAT);
  }

  private void gauge(Subject subject) {
    Gauge.builder("ballast.alert.standing", () -> standing.contains(subject) ? 1 : 0)
        .description("1 while the condition stands")
        .tag("rule", subject.rule().text())
        .tag("severity", subject.rule().severity().text())
        .tag("account", subject.account())
        .register(registry);
  }

  private void expect(String rule) {
    for (Outcome outcome : Outcome.values()) {
      notices(rule, outcome);
    }
  }

  private Counter notices(String rule, Outcome outcome) {
    return Counter.builder("ballast.alerts")
        .description("Notices by rule and by what became of them on a channel")
        .tags("rule", rule, "outcome", outcome.text())
        .register(registry);
  }

  @Override
  public void looked(AlertBook book, long atMillis) {
    standing = Set.copyOf(book.standing().keySet());
    lookedMillis = atMillis;
  }

  @Override
  public void told(Delivery delivery) {
    count(delivery.notice().rule(), delivery.outcome());
  }

  /** Counts a call of the heartbeat. */
  public void beat(boolean arrived) {
    count(HEARTBEAT, arrived ? Outcome.DELIVERED : Outcome.FAILED);
  }

  private void count(String rule, Outcome outcome) {
    Meters.quietly(() -> notices(rule, outcome).increment());
  }
}
