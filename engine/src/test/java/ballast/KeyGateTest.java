package ballast;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.binance.ApiRestrictions;
import ballast.binance.ApiRestrictions.Flag;
import ballast.binance.KeyGate;
import ballast.binance.KeyGate.Finding;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every key there can be, before the gate. */
class KeyGateTest {
  private static final long MADE = 1_698_645_219_000L;

  /** Written out a second time, by the exchange's names, so that the gate cannot define itself. */
  private static final Set<String> NEEDED = Set.of("ipRestrict", "enableReading");

  private static final Set<String> REFUSED =
      Set.of(
          "enableWithdrawals",
          "enableInternalTransfer",
          "permitsUniversalTransfer",
          "enableMargin",
          "enableFutures",
          "enableSpotAndMarginTrading",
          "enableVanillaOptions",
          "enableFixApiTrade",
          "enableFixReadOnly");

  private static ApiRestrictions key(Collection<Flag> on, Set<String> unknown) {
    Map<Flag, Boolean> granted = new EnumMap<>(Flag.class);
    for (Flag flag : Flag.values()) {
      granted.put(flag, on.contains(flag));
    }
    return new ApiRestrictions(MADE, granted, new TreeSet<>(unknown));
  }

  private static KeyGate except(Collection<String> flags) {
    TreeMap<String, String> reasons = new TreeMap<>();
    flags.forEach(flag -> reasons.put(flag, "needed for a test"));
    return new KeyGate(reasons);
  }

  private static Set<String> flags(List<Finding> findings) {
    return findings.stream().map(Finding::flag).collect(Collectors.toSet());
  }

  private static Set<Flag> flagsOf(int bits) {
    Set<Flag> on = EnumSet.noneOf(Flag.class);
    Flag[] flags = Flag.values();
    for (int i = 0; i < flags.length; i++) {
      if ((bits >> i & 1) == 1) {
        on.add(flags[i]);
      }
    }
    return on;
  }

  @Test
  void namesExactlyTheWrongFlagsOfEveryCombination() {
    int admitted = 0;
    int combinations = 1 << Flag.values().length;
    for (int bits = 0; bits < combinations; bits++) {
      Set<Flag> on = flagsOf(bits);
      Set<String> wrong = new TreeSet<>(NEEDED);
      on.forEach(flag -> wrong.remove(flag.field()));
      on.stream().map(Flag::field).filter(REFUSED::contains).forEach(wrong::add);

      Set<String> found = flags(KeyGate.strict().findings(key(on, Set.of())));

      assertThat(found).as("%s", on).isEqualTo(wrong);
      admitted += found.isEmpty() ? 1 : 0;
    }
    assertThat(combinations).isEqualTo(4096);
    assertThat(admitted).as("with and without enablePortfolioMarginTrading").isEqualTo(2);
  }

  @Test
  void anExceptionLetsPassItsOwnFlagAndNoOtherInEveryCombination() {
    for (int bits = 0; bits < 1 << Flag.values().length; bits++) {
      ApiRestrictions key = key(flagsOf(bits), Set.of());
      Set<String> without = flags(KeyGate.strict().findings(key));
      for (String excepted : REFUSED) {
        Set<String> expected = new TreeSet<>(without);
        expected.remove(excepted);
        assertThat(flags(except(Set.of(excepted)).findings(key))).isEqualTo(expected);
      }
    }
  }

  @Test
  void neverExceptsReadingAndTheRestrictionByIp() {
    assertThat(flags(except(NEEDED).findings(key(Set.of(), Set.of())))).isEqualTo(NEEDED);
  }

  @ParameterizedTest
  @EnumSource(Flag.class)
  void refusesAKeyOfWhichAFlagIsNotKnown(Flag flag) {
    Map<Flag, Boolean> granted =
        new EnumMap<>(key(Set.of(Flag.READING, Flag.IP_RESTRICT), Set.of()).granted());
    granted.remove(flag);

    List<Finding> findings =
        KeyGate.strict().findings(new ApiRestrictions(MADE, granted, new TreeSet<>()));

    assertThat(findings)
        .singleElement()
        .hasToString(flag.field() + " is missing from the exchange's answer");
  }

  @Test
  void refusesWhatStandsInNoDocumentUnlessItIsExcepted() {
    ApiRestrictions key = key(Set.of(Flag.READING, Flag.IP_RESTRICT), Set.of("enableLasers"));

    assertThat(flags(KeyGate.strict().findings(key))).containsExactly("enableLasers");
    assertThat(except(Set.of("enableLasers")).findings(key)).isEmpty();
    assertThat(flags(except(Set.of("enableLaser")).findings(key))).containsExactly("enableLasers");
  }

  @Test
  void sameReadingsDoNotDiffer() {
    assertThat(KeyGate.changes(key(Set.of(), Set.of()), key(Set.of(), Set.of()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Flag.class)
  void namesTheFlagThatHasChanged(Flag flag) {
    ApiRestrictions off = key(Set.of(), Set.of());
    ApiRestrictions on = key(Set.of(flag), Set.of());

    assertThat(KeyGate.changes(off, on))
        .singleElement()
        .hasToString(flag.field() + " was off, is on");
    assertThat(flags(KeyGate.changes(on, off))).containsExactly(flag.field());
  }

  @Test
  void namesAnotherKeyAndAnUnknownFlag() {
    ApiRestrictions before = key(Set.of(), Set.of());
    ApiRestrictions after =
        new ApiRestrictions(MADE + 1, before.granted(), new TreeSet<>(Set.of("enableLasers")));

    assertThat(KeyGate.changes(before, after))
        .extracting(Finding::toString)
        .containsExactly(
            "createTime has changed: this is another key",
            "unknown flags were [], are [enableLasers]");
  }
}
