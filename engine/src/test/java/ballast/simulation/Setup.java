package ballast.simulation;

import ballast.decide.Decider;
import ballast.decide.Fingerprint;
import ballast.decide.Limits;
import ballast.decide.ShippedStrategies;
import ballast.journal.Policy;
import ballast.strategy.Memory;
import ballast.strategy.Strategy;
import ballast.strategy.Usdt;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The one account and the policy it is kept by. */
final class Setup {
  static final String ACCOUNT = "main";

  static final Limits LIMITS =
      new Limits(
          false,
          Usdt.of(60_000),
          Usdt.of(400_000),
          Usdt.of(10),
          300_000,
          15_000,
          Fingerprint.FINEST,
          Optional.empty());

  static final Policy POLICY =
      new Policy(
          "target-band",
          new TreeMap<>(
              Map.of("low", "1.6x", "low-target", "2.0x", "high-target", "2.6x", "high", "3.2x")),
          LIMITS,
          "simulation");

  private Setup() {}

  static Strategy strategy() {
    return ShippedStrategies.made(POLICY.strategy(), POLICY.parameters());
  }

  static Decider decider() {
    return new Decider(strategy(), LIMITS);
  }

  static Memory recall(String text) {
    return ShippedStrategies.named(POLICY.strategy()).recall(text);
  }
}
