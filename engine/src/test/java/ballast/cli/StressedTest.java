package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.config.AccountConfig;
import ballast.config.AccountConfig.SharedSecret;
import ballast.config.SecretSource;
import ballast.decide.Limits;
import ballast.decide.ShippedStrategies;
import ballast.paper.Scenario;
import ballast.strategy.Usdt;
import ballast.stress.AccountState;
import ballast.stress.Stress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What stands between a policy that kills and a live start. */
class StressedTest {
  private static final Map<String, String> KILLS =
      Map.of("low", "1.06x", "low-target", "1.07x", "high-target", "1.1x", "high", "1.2x");
  private static final Map<String, String> KEEPS =
      Map.of("low", "5x", "low-target", "7x", "high-target", "12x", "high", "16x");

  private static final Map<String, String> SWINGS =
      Map.of("low", "8x", "low-target", "8.01x", "high-target", "8.02x", "high", "8.03x");

  private static AccountConfig account(Map<String, String> levels, Optional<String> acknowledged) {
    SecretSource secret = SecretSource.of("env:NONE", Path.of("."));
    return new AccountConfig(
        "main",
        secret,
        new SharedSecret(secret),
        new TreeMap<>(),
        "every 30s",
        List.of(),
        "target-band",
        new TreeMap<>(levels),
        new Limits(true, Usdt.of(250_000), Usdt.of(1_000_000), Usdt.of(100), 60_000, 15_000),
        acknowledged);
  }

  private static Stressed stressed(Map<String, String> levels, Optional<String> acknowledged) {
    return Stressed.of(
        account(levels, acknowledged),
        new AccountState(Usdt.of(399_600), Usdt.of(50_000), Usdt.of(400_000), Usdt.of(700_000)),
        Stress.MAINTENANCE_RATE,
        List.of(Scenario.shipped("march-2020")),
        ShippedStrategies.byName());
  }

  @Test
  void aPolicyWorseThanDoingNothingStartsLiveOnlyWithAReason() {
    Stressed kills = stressed(KILLS, Optional.empty());
    assertThat(kills.objectionToLive())
        .hasValueSatisfying(
            line ->
                assertThat(line)
                    .hasLineCount(1)
                    .contains(
                        "account main", "march-2020", "acknowledge-worse-than-doing-nothing"));
    Stressed acknowledged =
        new Stressed(
            account(KILLS, Optional.of("hedged on another venue")),
            kills.state(),
            kills.policy(),
            kills.ordeals(),
            kills.change());
    assertThat(acknowledged.objectionToLive()).isEmpty();
  }

  @Test
  void aPolicyThatSwingsStartsLiveOnlyWithAReason() {
    assertThat(stressed(SWINGS, Optional.empty()).objectionToLive())
        .hasValueSatisfying(
            line -> assertThat(line).contains("in march-2020 the policy swings; the smallest"));
    assertThat(stressed(SWINGS, Optional.of("watched by two people")).objectionToLive()).isEmpty();
  }

  @Test
  void aPolicyThatIsBetterNeedsNone() {
    assertThat(stressed(KEEPS, Optional.empty()).objectionToLive()).isEmpty();
  }
}
