package ballast.cli;

import ballast.binance.WeightBudget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The weight budget as people read it. */
final class Weights {
  private Weights() {}

  static List<String> lines(WeightBudget budget) {
    List<String> lines = new ArrayList<>();
    for (WeightBudget.Use use : budget.uses()) {
      lines.add(
          "weight: "
              + use.endpoint()
              + ": "
              + use.used()
              + " of "
              + use.limit()
              + " a minute by "
              + use.scope()
              + (use.account().isEmpty() ? "" : " (" + use.account() + ")")
              + (use.closedUntilMillis() == 0
                  ? ""
                  : ", closed until " + Instant.ofEpochMilli(use.closedUntilMillis())));
    }
    return lines;
  }

  static List<Object> fields(WeightBudget budget) {
    List<Object> fields = new ArrayList<>();
    for (WeightBudget.Use use : budget.uses()) {
      fields.add(
          new JsonLine()
              .with("endpoint", use.endpoint())
              .with("scope", use.scope().name())
              .with("account", use.account())
              .with("used", use.used())
              .with("limit", use.limit())
              .with(
                  "closedUntil",
                  use.closedUntilMillis() == 0
                      ? ""
                      : Instant.ofEpochMilli(use.closedUntilMillis()).toString())
              .fields());
    }
    return fields;
  }
}
