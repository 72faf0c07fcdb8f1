package ballast.web;

import ballast.notify.Deadline;
import ballast.notify.LatestTicks;
import ballast.notify.TickReport;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether an engine does what it is for: not that the process is up, but that every account is
 * decided for in time. Safe for several threads.
 */
public final class Health {
  private final LatestTicks latest;
  private final List<Account> accounts;
  private final InstantSource clock;
  private final BooleanSupplier journalBroken;
  private final Instant started;

  /**
   * One account.
   *
   * @param deadline when its decisions are overdue
   */
  public record Account(String id, Deadline deadline) {}

  /**
   * What a probe is told.
   *
   * @param good whether all is well
   * @param json the same with the reasons, one object
   */
  record Answer(boolean good, String json) {}

  /**
   * @param clock the exchange's, by which ticks are dated
   * @param journalBroken true when nothing can be written any more
   */
  public Health(
      LatestTicks latest,
      List<Account> accounts,
      InstantSource clock,
      BooleanSupplier journalBroken) {
    this.latest = latest;
    this.accounts = List.copyOf(accounts);
    this.clock = clock;
    this.journalBroken = journalBroken;
    this.started = clock.instant();
  }

  /** Good while the journal holds and no account's decisions are overdue. */
  Answer healthy() {
    Instant now = clock.instant();
    Map<String, Object> reasons = new LinkedHashMap<>();
    boolean good = !journalBroken.getAsBoolean();
    for (Account account : accounts) {
      boolean overdue = isOverdue(account, now);
      reasons.put(account.id(), described(account, overdue));
      good &= !overdue;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("status", good ? "ok" : "failing");
    fields.put("journal", journalBroken.getAsBoolean() ? "broken" : "ok");
    fields.put("accounts", reasons);
    return new Answer(good, JsonMapper.shared().writeValueAsString(fields));
  }

  private boolean isOverdue(Account account, Instant now) {
    Instant last = lastDecision(account).orElse(started);
    return !standsBy(account) && account.deadline().isPast(last, now);
  }

  private Map<String, Object> described(Account account, boolean overdue) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("status", overdue ? "overdue" : standsBy(account) ? "standing by" : "ok");
    fields.put("lastDecision", lastDecision(account).map(Instant::toString).orElse("none"));
    fields.put("lastTick", latest.tick(account.id()).map(TickReport::describe).orElse("none yet"));
    return fields;
  }

  private Optional<Instant> lastDecision(Account account) {
    return latest.decision(account.id()).map(TickReport::atMillis).map(Instant::ofEpochMilli);
  }

  /** Another engine keeps the account, and its health is that one's. */
  private boolean standsBy(Account account) {
    return latest.tick(account.id()).filter(TickReport.StoodBy.class::isInstance).isPresent();
  }

  /** Good once every account has had a tick, whatever came of it. */
  Answer ready() {
    List<String> waiting =
        accounts.stream().map(Account::id).filter(id -> latest.tick(id).isEmpty()).toList();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("status", waiting.isEmpty() ? "ready" : "starting");
    fields.put("waiting", waiting);
    return new Answer(waiting.isEmpty(), JsonMapper.shared().writeValueAsString(fields));
  }
}
