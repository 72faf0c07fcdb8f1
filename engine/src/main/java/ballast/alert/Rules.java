package ballast.alert;

import ballast.alert.AccountView.Beat;
import ballast.alert.AccountView.Decided;
import ballast.alert.AccountView.Doubt;
import ballast.strategy.AccountStatus;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Judges one observation by every rule. The same observation has the same findings, whatever was
 * told before.
 */
public final class Rules {
  /** A pause whose reason begins so was made because of the API key. */
  public static final String KEY_REASON = "by ballast: API key: ";

  private static final long MEBIBYTE = 1024 * 1024;

  private final Levels levels;
  private final Map<Subject, String> standing = new TreeMap<>();
  private final Set<String> elsewhere = new HashSet<>();
  private final Set<Subject> unknown = new HashSet<>();

  private Rules(Levels levels) {
    this.levels = levels;
  }

  /** What stands by these levels in an engine as it was observed. */
  public static Findings judge(EngineView engine, Levels levels) {
    Rules rules = new Rules(levels);
    rules.engine(engine);
    engine.accounts().forEach(rules::account);
    return new Findings(
        rules.standing, rules.elsewhere, rules.unknown, engine.journalFailure().isPresent());
  }

  private void engine(EngineView engine) {
    engine.journalFailure().ifPresent(why -> stands(Rule.JOURNAL_FAILED, "", why));
    EngineView.Calls calls = engine.calls();
    if (calls.bannedMillis() > 0) {
      stands(Rule.BANNED, "", "no call goes out for " + span(calls.bannedMillis()) + " more");
    }
    if (calls.limitedMillis() > 0) {
      stands(Rule.LIMITED, "", "calls wait for " + span(calls.limitedMillis()) + " more");
    }
    calls
        .fullest()
        .filter(window -> window.used().compareTo(levels.weightAbove()) > 0)
        .ifPresent(window -> stands(Rule.BUDGET_EXHAUSTED, "", used(window)));
    if (engine.freeBytes().isEmpty()) {
      unknown.add(new Subject(Rule.DISK_LOW, ""));
    } else if (engine.freeBytes().getAsLong() < levels.diskBelowBytes()) {
      stands(Rule.DISK_LOW, "", engine.freeBytes().getAsLong() / MEBIBYTE + " MiB are left");
    }
  }

  private void account(AccountView account) {
    switch (account.presence()) {
      case ELSEWHERE -> elsewhere.add(account.account());
      case UNSEEN -> unseen(account);
      case HERE -> here(account);
    }
  }

  private void unseen(AccountView account) {
    for (Rule rule : Rule.values()) {
      unknown.add(new Subject(rule, account.account()));
    }
    beat(account);
  }

  private void here(AccountView account) {
    String name = account.account();
    beat(account);
    decided(account);
    account.doubt().ifPresent(doubt -> stands(rule(doubt), name, doubt.detail()));
    pauses(account);
    if (account.foreignToday().isPositive()) {
      stands(
          Rule.FOREIGN_MOVE,
          name,
          "others moved " + account.foreignToday() + " LDUSDT into or out of Futures today");
    }
  }

  private void beat(AccountView account) {
    if (account.beat() == Beat.SILENT) {
      stands(Rule.MISSED_SCHEDULE, account.account(), "ticks that were due did not come");
    } else if (account.beat() == Beat.UNDECIDED) {
      stands(
          Rule.STALE_DATA,
          account.account(),
          account.lastFailure().isEmpty()
              ? "no decision for three ticks"
              : "no decision for three ticks: " + account.lastFailure());
    }
  }

  private void decided(AccountView account) {
    String name = account.account();
    if (account.decided().isEmpty()) {
      unknown.add(new Subject(Rule.MARGIN_LOW, name));
      unknown.add(new Subject(Rule.NO_RESCUE, name));
      unknown.add(new Subject(Rule.STATUS_ABNORMAL, name));
      return;
    }
    Decided decided = account.decided().get();
    String uniMmr = "uniMMR " + times(decided.uniMmr());
    if (decided.uniMmr().compareTo(levels.marginBelow()) < 0) {
      stands(Rule.MARGIN_LOW, name, uniMmr + " is below " + times(levels.marginBelow()));
    }
    decided.rescueFailure().ifPresent(why -> stands(Rule.NO_RESCUE, name, uniMmr + ", " + why));
    if (decided.status() != AccountStatus.NORMAL) {
      stands(Rule.STATUS_ABNORMAL, name, "the exchange has it as " + decided.status());
    }
  }

  private static Rule rule(Doubt doubt) {
    return doubt.held() ? Rule.TRANSFER_HELD : Rule.TRANSFER_UNKNOWN;
  }

  private void pauses(AccountView account) {
    account
        .paused()
        .forEach(
            (direction, reason) -> {
              if (reason.startsWith(KEY_REASON)) {
                stands(Rule.KEY_CHANGED, account.account(), reason.substring(KEY_REASON.length()));
              } else {
                stands(
                    rule(direction),
                    account.account(),
                    reason.isBlank() ? "no reason was given" : reason);
              }
            });
  }

  private static Rule rule(Direction paused) {
    return switch (paused) {
      case EARN_TO_FUTURE -> Rule.RESCUE_PAUSED;
      case FUTURE_TO_EARN -> Rule.PAUSED;
    };
  }

  private void stands(Rule rule, String account, String detail) {
    standing.put(new Subject(rule, account), detail);
  }

  private static String used(EngineView.Window window) {
    return percent(window.used()) + " of the minute's weight of " + window.endpoint() + " is used";
  }

  private static String percent(Ratio part) {
    return BigDecimal.valueOf(part.e8(), 6).setScale(0, RoundingMode.FLOOR).toPlainString() + "%";
  }

  static String times(Ratio ratio) {
    if (ratio.equals(AccountView.NO_MARGIN_NEEDED)) {
      return "not needed";
    }
    return BigDecimal.valueOf(ratio.e8(), 8).setScale(2, RoundingMode.FLOOR).toPlainString() + "x";
  }

  private static String span(long millis) {
    return Spans.text(Duration.ofMillis(millis));
  }
}
