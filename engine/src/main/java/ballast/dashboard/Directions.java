package ballast.dashboard;

import ballast.strategy.Direction;

/** Directions as people call them. */
final class Directions {
  private Directions() {}

  static String text(Direction direction) {
    return switch (direction) {
      case EARN_TO_FUTURE -> "Earn → Futures (rescue)";
      case FUTURE_TO_EARN -> "Futures → Earn (return)";
    };
  }
}
