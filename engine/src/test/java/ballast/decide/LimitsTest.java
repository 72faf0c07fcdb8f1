package ballast.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.strategy.AccountStatus;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
  @ParameterizedTest
  @CsvSource({"0, 1, 1, 0, 1", "1, 0, 1, 0, 1", "1, 1, 0, 0, 1", "1, 1, 1, -1, 1", "1, 1, 1, 0, 0"})
  void refusesLimitsThatLimitNothingOrEverything(
      long perTransfer, long perDay, long minTransfer, long minGap, long maxAge) {
    assertThatThrownBy(
            () ->
                new Limits(
                    false,
                    Usdt.of(perTransfer),
                    Usdt.of(perDay),
                    Usdt.of(minTransfer),
                    minGap,
                    maxAge))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must");
  }

  @Test
  void acceptsNoGapAtAll() {
    assertThat(new Limits(false, Usdt.of(1), Usdt.of(1), Usdt.of(1), 0, 1).minGapMillis()).isZero();
  }

  @Test
  void keepsItsOwnCopyOfThePausedDirections() {
    Set<Direction> paused = new HashSet<>(Set.of(Direction.FUTURE_TO_EARN));
    Standing standing =
        new Standing(AccountStatus.NORMAL, 0, Usdt.ZERO, paused, Standing.NO_INTENT);
    paused.clear();
    assertThat(standing.paused()).containsExactly(Direction.FUTURE_TO_EARN);
    assertThat(standing.hasOpenIntent()).isFalse();
  }
}
