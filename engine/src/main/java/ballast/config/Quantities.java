package ballast.config;

import ballast.config.Node.Scalar;
import ballast.strategy.Parameter.Kind;

/** Refuses a value without its unit, in the words of its own parser and with an example. */
final class Quantities {
  private Quantities() {}

  static void check(Scalar scalar, Kind kind) {
    try {
      parse(scalar.text(), kind);
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

  private static Object parse(String text, Kind kind) {
    return switch (kind) {
      case RATIO -> Kind.ratio(text);
      case PERCENT -> Kind.percent(text);
      case MONEY -> Kind.money(text);
      case DURATION -> Kind.duration(text);
      case COUNT -> Kind.count(text);
    };
  }
}
