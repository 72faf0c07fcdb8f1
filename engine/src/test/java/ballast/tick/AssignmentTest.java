package ballast.tick;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.strategy.Memory;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What an account's strategy remembers from one process to the next. */
class AssignmentTest {
  private record Kept(String text) implements Memory {}

  private static Memory remembered(String text, Function<String, Memory> recall) {
    Assignment shipped = Assigned.toTargetBand("main", MarchAccount.HOLDS, MarchAccount.LIMITS);
    return new Assignment("main", shipped.policy(), shipped.decider(), recall).remembered(text);
  }

  private static Memory ofVersionTwo(String text) {
    if (!text.isEmpty() && !text.startsWith("2:")) {
      throw new IllegalArgumentException("cannot read " + text);
    }
    return new Kept(text);
  }

  @Test
  void isReadFromItsText() {
    assertThat(remembered("2:0.5", AssignmentTest::ofVersionTwo)).isEqualTo(new Kept("2:0.5"));
  }

  @Test
  void beginsAnewWhereAnotherVersionWroteIt() {
    assertThat(remembered("1:0.5", AssignmentTest::ofVersionTwo)).isEqualTo(new Kept(""));
  }

  @Test
  void isNoneWhereNothingCanBeRead() {
    assertThat(
            remembered(
                "1:0.5",
                text -> {
                  throw new NoSuchMethodError("built against another version");
                }))
        .isEqualTo(Memory.NONE);
  }
}
