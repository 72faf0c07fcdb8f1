package ballast.report;

import ballast.backtest.Move;
import ballast.journal.Intent;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import java.util.Locale;

/**
 * One transfer as a report shows it, whether it was sent or worked out.
 *
 * @param decidedAtMillis when it was decided, epoch milliseconds
 * @param direction which way
 * @param amount LDUSDT
 * @param executed it is known to have moved money
 * @param state what became of it, in a word or two
 * @param reason why it was decided
 */
public record Transfer(
    long decidedAtMillis,
    Direction direction,
    Usdt amount,
    boolean executed,
    String state,
    String reason) {

  /** A journaled transfer as it stands. */
  public static Transfer of(Intent intent) {
    boolean executed =
        switch (intent.state()) {
          case CONFIRMED, APPLIED, SETTLED -> true;
          case INTENT, SENDING, REJECTED, NOT_SENT, UNKNOWN, ABANDONED, NOT_APPLIED, HELD -> false;
        };
    return new Transfer(
        intent.decidedAtMillis(),
        intent.direction(),
        intent.amount(),
        executed,
        words(intent.state()),
        intent.reason());
  }

  static Transfer of(Move move) {
    return new Transfer(
        move.timeMillis(),
        move.direction(),
        move.amount(),
        move.outcome() == Move.Outcome.DONE,
        words(move.outcome()),
        move.reason());
  }

  /** The same at another time. */
  public Transfer at(long millis) {
    return new Transfer(millis, direction, amount, executed, state, reason);
  }

  private static String words(Enum<?> state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
