package ballast.alert;

import ballast.alert.AccountView.Presence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the last day was like, in lines for people. */
public final class DailyDigest {
  private DailyDigest() {}

  /**
   * @param tallies of each account, since the last digest
   * @param heads the hash at the end of each account's chain: kept outside, it proves later that
   *     nothing before it was edited
   * @param sinceMillis when counting began
   */
  public static String text(
      EngineView engine,
      Map<String, DayTally> tallies,
      Map<String, String> heads,
      AlertBook book,
      long sinceMillis) {
    List<String> lines = new ArrayList<>();
    lines.add("since " + Instant.ofEpochMilli(sinceMillis));
    for (AccountView account : engine.accounts()) {
      lines.add(account(account, tallies.getOrDefault(account.account(), DayTally.NONE)));
      String head = heads.get(account.account());
      if (head != null) {
        lines.add("  chain head " + head);
      }
    }
    if (book.standing().isEmpty()) {
      lines.add("nothing is wrong");
    }
    book.standing().forEach((subject, entry) -> lines.add(standing(subject, entry)));
    return String.join("\n", lines);
  }

  private static String account(AccountView account, DayTally tally) {
    if (account.presence() == Presence.ELSEWHERE) {
      return account.account() + ": kept by another engine";
    }
    return account.account()
        + ": uniMMR "
        + account.uniMmr().map(Rules::times).orElse("not known")
        + tally.lowest().map(lowest -> ", lowest " + Rules.times(lowest)).orElse("")
        + "; "
        + tally.holds()
        + " held, "
        + tally.moves()
        + " moved, "
        + tally.refusals()
        + " refused, "
        + tally.skipped()
        + " skipped";
  }

  private static String standing(Subject subject, AlertBook.Entry entry) {
    return subject.rule().severity()
        + " "
        + subject
        + ": "
        + entry.detail()
        + " (since "
        + Instant.ofEpochMilli(entry.sinceMillis())
        + ")";
  }
}
