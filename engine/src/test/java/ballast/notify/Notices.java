package ballast.notify;

import ballast.alert.Notice;
import ballast.alert.Notice.Kind;
import ballast.alert.Rule;
import ballast.alert.Subject;
import java.util.Optional;

/** Notices to send. */
final class Notices {
  static final long SINCE = 1_800_000_000_000L;
  static final Notice RAISED = of(Kind.RAISED, Rule.MARGIN_LOW, "main", "uniMMR 1.42x", 1);
  static final Notice REPEATED =
      of(Kind.REPEATED, Rule.MARGIN_LOW, "main", "uniMMR <!channel> & 1.41x", 2);
  static final Notice RECOVERED = of(Kind.RECOVERED, Rule.MARGIN_LOW, "main", "uniMMR 1.41x", 3);
  static final Notice DISK = of(Kind.RAISED, Rule.DISK_LOW, "", "7 MiB are left", 1);
  static final Notice PAUSED = of(Kind.RAISED, Rule.PAUSED, "main", "FUTURE_TO_EARN", 1);

  private Notices() {}

  static Notice of(Kind kind, Rule rule, String account, String detail, int count) {
    return new Notice(
        kind,
        Optional.of(new Subject(rule, account)),
        detail,
        SINCE,
        SINCE + (count - 1) * 60_000L,
        count);
  }
}
