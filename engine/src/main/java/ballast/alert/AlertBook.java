package ballast.alert;

import ballast.alert.Notice.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which conditions stand, and what has been told of each. However often a condition is seen, it is
 * told when it is new, again after waits that double, and once when it is over. Immutable.
 *
 * @param standing what stands, by subject
 */
public record AlertBook(SortedMap<Subject, Entry> standing) {
  /** Nothing stands. */
  public static final AlertBook EMPTY = new AlertBook(new TreeMap<>());

  public AlertBook {
    standing = Collections.unmodifiableSortedMap(new TreeMap<>(standing));
  }

  /**
   * A condition that stands.
   *
   * @param detail as it was seen last
   * @param sinceMillis when it was first seen, epoch milliseconds
   * @param seenMillis when it was last seen
   * @param toldMillis when it was last told
   * @param notices how often it was told
   */
  public record Entry(
      String detail, long sinceMillis, long seenMillis, long toldMillis, int notices) {
    private Entry seen(String now, long atMillis) {
      return new Entry(now, sinceMillis, atMillis, toldMillis, notices);
    }

    private Entry told(long atMillis) {
      return new Entry(detail, sinceMillis, seenMillis, atMillis, notices + 1);
    }
  }

  /** The next book, and what is to be told on the way there. */
  public record Step(AlertBook book, List<Notice> notices) {
    public Step {
      notices = List.copyOf(notices);
    }
  }

  /**
   * Takes in what was found.
   *
   * @param nowMillis epoch milliseconds, by a clock on which people live
   */
  public Step take(Findings findings, Cadence cadence, long nowMillis) {
    SortedMap<Subject, Entry> next = new TreeMap<>();
    List<Notice> notices = new ArrayList<>();
    standing.forEach(
        (subject, entry) -> {
          if (findings.elsewhere().contains(subject.account())) {
            return; // the engine that keeps it tells of it
          }
          String detail = findings.standing().get(subject);
          if (detail != null) {
            next.put(subject, repeated(subject, entry.seen(detail, nowMillis), cadence, notices));
          } else if (findings.isUnknown(subject)) {
            next.put(subject, entry.seen(entry.detail(), nowMillis));
          } else if (nowMillis - entry.seenMillis() < cadence.recoveredAfter().toMillis()) {
            next.put(subject, entry);
          } else {
            notices.add(notice(Kind.RECOVERED, subject, entry.told(nowMillis)));
          }
        });
    findings
        .standing()
        .forEach(
            (subject, detail) -> {
              if (!standing.containsKey(subject)) {
                Entry raised = new Entry(detail, nowMillis, nowMillis, nowMillis, 1);
                next.put(subject, raised);
                notices.add(notice(Kind.RAISED, subject, raised));
              }
            });
    return new Step(new AlertBook(next), notices);
  }

  private static Entry repeated(
      Subject subject, Entry entry, Cadence cadence, List<Notice> notices) {
    if (entry.seenMillis() - entry.toldMillis() < cadence.waitMillis(entry.notices())) {
      return entry;
    }
    Entry told = entry.told(entry.seenMillis());
    notices.add(notice(Kind.REPEATED, subject, told));
    return told;
  }

  private static Notice notice(Kind kind, Subject subject, Entry entry) {
    return Notice.of(
        kind, subject, entry.detail(), entry.sinceMillis(), entry.toldMillis(), entry.notices());
  }

  /**
   * This book with what an earlier process, or the engine that kept an account before, has told of
   * it: what stood then stands until it is known to be over, and is not told as new.
   *
   * @param account whose; empty for the engine as a whole
   * @param told every delivery that is remembered
   * @param nowMillis from now on it counts as gone unless it is seen
   */
  public AlertBook recalling(String account, List<Delivery> told, long nowMillis) {
    Map<Subject, Notice> latest = new TreeMap<>();
    told.stream()
        .map(Delivery::notice)
        .filter(notice -> notice.account().equals(account))
        .sorted(Comparator.comparingLong(Notice::atMillis))
        .forEach(notice -> notice.subject().ifPresent(about -> latest.put(about, notice)));
    SortedMap<Subject, Entry> next = new TreeMap<>(standing);
    latest.forEach(
        (subject, notice) -> {
          if (notice.kind() != Kind.RECOVERED) {
            next.put(
                subject,
                new Entry(
                    notice.detail(),
                    notice.sinceMillis(),
                    nowMillis,
                    notice.atMillis(),
                    notice.count()));
          }
        });
    return new AlertBook(next);
  }
}
