package ballast.dashboard;

import ballast.alert.Findings;
import ballast.alert.Rule;
import ballast.alert.Subject;
import ballast.decide.Decision;
import ballast.journal.Books;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.notify.TickReport;
import ballast.strategy.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Says in plain words what is wrong and what to do. What is wrong is what alerts find, and nothing
 * else: all that is added here are notices, which nobody need be woken for. Pure.
 */
final class Concerns {
  private final Findings findings;
  private final List<Concern> concerns = new ArrayList<>();

  private Concerns(Findings findings) {
    this.findings = findings;
  }

  /** Everything that a person should know, problems first. */
  static List<Concern> of(String mode, Findings findings, List<Standing> standings) {
    Concerns all = new Concerns(findings);
    findings
        .standing()
        .forEach((subject, detail) -> all.concerns.add(Conditions.concern(subject, detail)));
    if (mode.equals("dry-run")) {
      all.notice(
          "",
          "This is a dry run: decisions are journaled, nothing is moved.",
          "Nothing. The first live day is described in docs/operating.md.");
    }
    standings.forEach(all::account);
    all.concerns.sort(Comparator.comparing(Concern::level));
    return all.concerns;
  }

  private void notice(String account, String what, String todo) {
    concerns.add(new Concern(Concern.Level.NOTICE, account, what, todo));
  }

  private boolean stands(Rule rule, String account) {
    return findings.standing().containsKey(new Subject(rule, account));
  }

  private void account(Standing standing) {
    if (standing.standsBy()) {
      notice(
          standing.id(),
          Figures.sentence(standing.last().map(TickReport::describe).orElse("")),
          "Nothing: it takes over when that engine stops. Look at that engine's page.");
      return;
    }
    unread(standing);
    standing.books().flatMap(Books::open).ifPresent(this::underWay);
    standing.decision().ifPresent(decision -> rescue(standing, decision));
    skipped(standing);
  }

  /** The journal answered whoever judged and not the page, or the other way round. */
  private void unread(Standing standing) {
    if (standing.books().isEmpty()
        && standing.last().isPresent()
        && !stands(Rule.JOURNAL_FAILED, "")) {
      notice(
          standing.id(),
          "The journal did not answer just now, so pauses and open transfers are not shown.",
          "Nothing yet: when it goes on, this page says so.");
    }
  }

  /** Those that are held or unknown are conditions. */
  private void underWay(Intent intent) {
    if (intent.state() != IntentState.HELD && intent.state() != IntentState.UNKNOWN) {
      notice(
          intent.account(),
          "Transfer "
              + intent.id()
              + " is "
              + intent.state()
              + ": it waits to be visible in both balances.",
          "Nothing.");
    }
  }

  /** One that failed is a condition. */
  private void rescue(Standing standing, Decision decision) {
    boolean needed = decision.direction().filter(Direction.EARN_TO_FUTURE::equals).isPresent();
    if (!needed || stands(Rule.NO_RESCUE, standing.id())) {
      return;
    }
    String uniMmr = standing.uniMmr().map(ratio -> " at uniMMR " + Figures.text(ratio)).orElse("");
    if (decision.kind() == Decision.Kind.MOVE) {
      notice(
          standing.id(),
          "The last decision sent "
              + Figures.rounded(decision.amount())
              + " LDUSDT into Futures"
              + uniMmr
              + ".",
          "Nothing: the next decision shows what that came to.");
    } else {
      notice(
          standing.id(),
          Figures.sentence("A rescue is needed" + uniMmr + " and waits: " + decision.reason()),
          "Nothing: the wait ends by itself, or with the dry run.");
    }
  }

  private void skipped(Standing standing) {
    Optional<String> reason =
        standing
            .last()
            .filter(TickReport.Skipped.class::isInstance)
            .map(report -> ((TickReport.Skipped) report).reason());
    if (!stands(Rule.STALE_DATA, standing.id()) && !stands(Rule.MISSED_SCHEDULE, standing.id())) {
      reason.ifPresent(
          why ->
              notice(
                  standing.id(),
                  Figures.sentence("The last tick was skipped: " + why),
                  "Nothing yet: when it goes on, decisions become overdue and this page says so."));
    }
  }
}
