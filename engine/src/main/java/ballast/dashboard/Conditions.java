package ballast.dashboard;

import ballast.alert.Rule;
import ballast.alert.Severity;
import ballast.alert.Subject;
import ballast.strategy.Direction;
import java.util.Locale;

/**
 * Puts the conditions that alerts tell of into the page's words. docs/operating.md says the same at
 * more length. Pure.
 */
final class Conditions {
  private Conditions() {}

  /**
   * A condition that stands.
   *
   * @param detail as alerts describe it
   */
  static Concern concern(Subject subject, String detail) {
    return new Concern(
        level(subject.rule().severity()),
        subject.account(),
        Figures.sentence(what(subject.rule(), detail)),
        todo(subject.rule()));
  }

  private static Concern.Level level(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Concern.Level.PROBLEM;
      case WARNING -> Concern.Level.WARNING;
      case INFO -> Concern.Level.NOTICE;
    };
  }

  private static String what(Rule rule, String detail) {
    return switch (rule) {
      case MARGIN_LOW, BUDGET_EXHAUSTED -> detail;
      case NO_RESCUE -> "A rescue is needed and none went out: " + detail;
      case STATUS_ABNORMAL -> "The account is not normal: " + detail;
      case TRANSFER_HELD ->
          "A transfer is HELD, and nothing more is moved for this account until you resolve it: "
              + detail;
      case TRANSFER_UNKNOWN ->
          "A transfer was sent, and no answer says whether it was executed: " + detail;
      case KEY_CHANGED -> "The API key is not as it was, so nothing is moved: " + detail;
      case RESCUE_PAUSED -> Directions.text(Direction.EARN_TO_FUTURE) + " is paused: " + detail;
      case PAUSED -> Directions.text(Direction.FUTURE_TO_EARN) + " is paused: " + detail;
      case STALE_DATA, MISSED_SCHEDULE, FOREIGN_MOVE ->
          detail.substring(0, 1).toUpperCase(Locale.ROOT) + detail.substring(1);
      case BANNED -> "The exchange has banned this address: " + detail;
      case LIMITED -> "The exchange has asked to wait: " + detail;
      case DISK_LOW -> "The disk with the journal is nearly full: " + detail;
      case JOURNAL_FAILED ->
          "The journal cannot be read or written, so nothing is decided or moved: " + detail;
    };
  }

  private static String todo(Rule rule) {
    return switch (rule) {
      case MARGIN_LOW ->
          "Add collateral or reduce positions at the exchange; the last decisions below say what"
              + " became of the rescue.";
      case NO_RESCUE ->
          "Lift what is in the way and see whether Earn still has LDUSDT; where neither helps, move"
              + " by hand at the exchange.";
      case STATUS_ABNORMAL ->
          "Add collateral or reduce positions at the exchange; once it liquidates the account,"
              + " Ballast moves nothing more into it.";
      case TRANSFER_HELD ->
          "Compare both balances at the exchange with the evidence below, then resolve it.";
      case TRANSFER_UNKNOWN ->
          "Wait, and move no LDUSDT by hand: balances settle it within some minutes, or it becomes"
              + " HELD. It is never sent twice.";
      case KEY_CHANGED ->
          "Find out who changed it: delete a key in strange hands at the exchange, else resume"
              + " below after docs/operating-keys.md.";
      case RESCUE_PAUSED ->
          "No rescue goes out, however low margin is. Resume it below once the reason is gone.";
      case PAUSED -> "Resume it below once the reason is gone.";
      case STALE_DATA ->
          "The account is as it was at the last decision: if that was near its lower level, move by"
              + " hand at the exchange. Exchange down, clock off, network: ballast check finds out.";
      case MISSED_SCHEDULE ->
          "The process hangs, or the machine slept or is overloaded: look at the log, then restart"
              + " the engine. If margin was near its lower level, move by hand at the exchange.";
      case FOREIGN_MOVE ->
          "Find out who: a colleague, another engine, a liquidation? ballast report incidents has"
              + " time and amount.";
      case BANNED ->
          "Find the other program that calls from this address. If margin is low, move by hand from"
              + " another address.";
      case LIMITED ->
          "Find the other program that calls from this address, before it becomes a ban.";
      case BUDGET_EXHAUSTED ->
          "Look for another program that calls from this address, or let the schedule be slower.";
      case DISK_LOW -> "Free some: old backups, logs. Below 64 MiB nothing is moved any more.";
      case JOURNAL_FAILED ->
          "The log says why; make room on the disk or bring the database back, then start the"
              + " engine again.";
    };
  }
}
