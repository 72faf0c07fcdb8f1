package ballast.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.alert.Findings;
import ballast.alert.Rule;
import ballast.alert.Severity;
import ballast.alert.Subject;
import ballast.dashboard.Concern.Level;
import ballast.journal.IntentState;
import ballast.journal.Pauses;
import ballast.strategy.Direction;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page calls wrong what alerts tell, as grave as they tell it, and nothing else. */
class ConcernsTest {
  private static Findings found(Rule... rules) {
    Map<Subject, String> standing = new TreeMap<>();
    Arrays.stream(rules).forEach(rule -> standing.put(new Subject(rule, "main"), "what is known"));
    return new Findings(standing, Set.of(), Set.of(), false);
  }

  private static Level level(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Level.PROBLEM;
      case WARNING -> Level.WARNING;
      case INFO -> Level.NOTICE;
    };
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void everyRuleThatStandsIsOnThePageAsGraveAsItIsTold(Rule rule) {
    List<Concern> concerns = Concerns.of("live", found(rule), List.of());

    assertThat(concerns).hasSize(1);
    Concern concern = concerns.get(0);
    assertThat(concern.level()).isEqualTo(level(rule.severity()));
    assertThat(concern.account()).isEqualTo("main");
    assertThat(concern.what()).containsIgnoringCase("what is known").endsWith(".");
    assertThat(concern.todo()).hasSizeGreaterThan(20).endsWith(".");
  }

  @Test
  void whatIsGraveStandsFirst() {
    assertThat(Concerns.of("dry-run", found(Rule.values()), List.of()))
        .hasSize(Rule.values().length + 1)
        .isSortedAccordingTo(Comparator.comparing(Concern::level))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatAlertsDoNotFindIsNeverMoreThanANotice() {
    CrankedEngine engine = new CrankedEngine().keep("main");
    engine.moves("main", "", IntentState.SENDING, IntentState.UNKNOWN, IntentState.HELD);
    engine.pause("main", Direction.EARN_TO_FUTURE, "maintenance");
    engine.looks("main", "1.2", "paused");
    engine.skips("main", "UNREACHABLE: no answer");

    assertThat(engine.page().concerns()).extracting(Concern::level).contains(Level.PROBLEM);
    assertThat(Concerns.of("dry-run", found(), List.of(standing(engine))))
        .isNotEmpty()
        .extracting(Concern::level)
        .containsOnly(Level.NOTICE);
  }

  private static Standing standing(CrankedEngine engine) {
    return new Standing(
        engine.accounts().get(0),
        Levels.of(engine.accounts().get(0).parameters()),
        engine.latest.tick("main"),
        engine.latest.decision("main"),
        Optional.of(engine.journal.books("main", engine.nowMillis())),
        Optional.of(Pauses.of(engine.journal, "main", engine.nowMillis())));
  }
}
