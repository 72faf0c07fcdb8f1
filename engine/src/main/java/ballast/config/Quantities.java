package ballast.config;

import ballast.config.Node.Scalar;
import ballast.strategy.Parameter.Kind;

/** Refuses a value without its unit, in the words of its own parser and with an example. */
final class Quantities {
  private Quantities() {}

  static void check(Scalar scalar, Kind kind) {
    try {
      kind.check(scalar.text());
    } catch (IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage());
      throw scalar
          .place()
          .wrong(
              reason.contains(kind.example())
                  ? reason
                  : reason + "; write it as in " + kind.example());
    }
  }
}
