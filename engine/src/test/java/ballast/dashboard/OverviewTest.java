package ballast.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.journal.IntentState;
import ballast.strategy.Direction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the page says of an engine, from the first tick to the worst night. */
final class OverviewTest {
  private final CrankedEngine engine = new CrankedEngine().keep("main");

  private Page.Account main() {
    return engine.page().accounts().get(0);
  }

  private Concern only() {
    assertThat(engine.page().concerns()).hasSize(1);
    return engine.page().concerns().get(0);
  }

  private void isProblem(String what, String todo) {
    Concern concern = only();
    assertThat(concern.level()).isEqualTo(Concern.Level.PROBLEM);
    assertThat(concern.what()).contains(what);
    assertThat(concern.todo()).contains(todo);
    assertThat(engine.page().good()).isFalse();
    assertThat(engine.page().verdict()).isEqualTo("One thing needs you.");
  }

  private void isWarning(String what, String todo) {
    Concern concern = only();
    assertThat(concern.level()).isEqualTo(Concern.Level.WARNING);
    assertThat(concern.what()).contains(what);
    assertThat(concern.todo()).contains(todo);
    assertThat(engine.page().good()).isTrue();
    assertThat(engine.page().verdict())
        .isEqualTo("Nothing needs you now; look at one thing today.");
  }

  private void isNotice(String what, String todo) {
    Concern concern = only();
    assertThat(concern.level()).isEqualTo(Concern.Level.NOTICE);
    assertThat(concern.what()).contains(what);
    assertThat(concern.todo()).contains(todo);
    assertThat(engine.page().good()).isTrue();
    assertThat(engine.page().verdict()).startsWith("Nothing is wrong");
  }

  @Test
  void beforeTheFirstTickNothingIsKnownAndThatIsSaid() {
    assertThat(engine.page().verdict())
        .isEqualTo("Nothing is wrong so far; the first tick is still to come.");
    assertThat(main().uniMmr()).isEqualTo("–");
    assertThat(main().place()).isEqualTo("not read yet");
  }

  @Test
  void nothingIsWrongInsideTheBand() {
    engine.looks("main", "2.1999", "");

    assertThat(engine.page().verdict())
        .isEqualTo(
            "Nothing is wrong. The account was decided for in time, and no transfer waits for"
                + " you.");
    assertThat(engine.page().concerns()).isEmpty();
    assertThat(main().uniMmr()).as("never rounded up").isEqualTo("2.19x");
    assertThat(main().place()).isEqualTo("inside the band 1.6x to 3.2x");
    assertThat(main().figures())
        .contains(
            new Page.Figure("Equity", "219,990.00 USD"),
            new Page.Figure("In Futures", "80,000.00 LDUSDT"),
            new Page.Figure("Moved today", "0.00 of 500,000.00 LDUSDT"));
    assertThat(main().open()).isEmpty();
  }

  @Test
  void aHeldTransferIsAProblemWithAllItsEvidence() {
    String balances = "Futures 80000 -> 80017.5, Earn 700000.12345678 -> 699000.1";
    long id =
        engine
            .moves("main", balances, IntentState.SENDING, IntentState.UNKNOWN, IntentState.HELD)
            .id();
    engine.looks("main", "2.2", "");

    isProblem("A transfer is HELD", "then resolve it");
    assertThat(only().what()).endsWith("LDUSDT: " + balances + ".").contains("intent " + id);
    Page.Open open = main().open().orElseThrow();
    assertThat(open.held()).isTrue();
    assertThat(open.transfer()).isEqualTo("49,999.99990001 LDUSDT, Earn → Futures (rescue)");
    assertThat(open.evidence())
        .contains(
            new Page.Figure("Earn before", "700,000.12345678 LDUSDT"),
            new Page.Figure("Futures before", "80,000 LDUSDT"),
            new Page.Figure("Futures at the last decision", "80,000 LDUSDT"),
            new Page.Figure("Futures if it was executed", "129,999.99990001 LDUSDT"));
    assertThat(open.steps())
        .extracting(Page.Step::state)
        .containsExactly("INTENT", "SENDING", "UNKNOWN", "HELD");
    assertThat(open.steps().get(3).detail()).isEqualTo(balances);
  }

  @Test
  void anUnknownTransferIsWaitedForAndAConfirmedOneIsNoProblem() {
    engine.moves("main", "read timed out", IntentState.SENDING, IntentState.UNKNOWN);
    engine.looks("main", "2.2", "");
    isWarning("no answer says whether it was executed", "It is never sent twice");

    CrankedEngine other = new CrankedEngine().keep("main");
    other.moves("main", "", IntentState.SENDING, IntentState.CONFIRMED);
    other.looks("main", "2.2", "");
    assertThat(other.page().good()).isTrue();
    assertThat(other.page().concerns().get(0).what()).contains("waits to be visible");
  }

  @Test
  void aTransferIsShownAsItStandsNow() {
    engine.moves("main", "", IntentState.SENDING, IntentState.CONFIRMED, IntentState.SETTLED);
    assertThat(main().episodes().get(0).what())
        .isEqualTo("49,999.99990001 LDUSDT Earn → Futures (rescue): SETTLED");
  }

  @Test
  void aPausedRescueIsAProblemAndAPausedReturnIsNone() {
    engine.looks("main", "2.2", "");
    engine.pause("main", Direction.FUTURE_TO_EARN, "quarter's end");
    isWarning("Futures → Earn (return) is paused: quarter's end.", "Resume it below");
    assertThat(main().directions().get(1).reason()).isEqualTo("quarter's end");

    CrankedEngine other = new CrankedEngine().keep("main");
    other.looks("main", "2.2", "");
    other.pause("main", Direction.EARN_TO_FUTURE, "");
    assertThat(other.page().concerns().get(0).what()).endsWith("is paused: no reason was given.");
    assertThat(other.page().concerns().get(0).todo()).contains("however low margin is");
    assertThat(other.page().good()).isFalse();
  }

  @Test
  void decisionsThatAreOverdueSayWhatStandsInTheWay() {
    engine.looks("main", "2.2", "");
    engine.skips("main", "UNREACHABLE: connection refused");
    isNotice("The last tick was skipped: UNREACHABLE: connection refused.", "Nothing yet");
    engine.skipsUntilOverdue("main", "UNREACHABLE: connection refused");
    isProblem("No decision for three ticks: UNREACHABLE: connection refused.", "move by hand");
  }

  @Test
  void belowTheLowerLevelItMattersWhatIsDoneAboutIt() {
    engine.moves("main", "", IntentState.SENDING, IntentState.CONFIRMED, IntentState.SETTLED);
    isNotice("sent 49,999.99 LDUSDT into Futures at uniMMR 1.50x.", "Nothing:");
    engine.moves("main", "code -1", IntentState.SENDING, IntentState.REJECTED);
    isProblem("uniMMR 1.50x, the transfer is REJECTED: code -1.", "move by hand");
    engine.looks("main", "1.55", "less than min-transfer is transferable");
    isProblem("none went out: uniMMR 1.55x, refused: less than min-transfer", "move by hand");
    assertThat(main().good()).isFalse();
    assertThat(main().place()).isEqualTo("below low 1.6x");
  }

  @Test
  void anAccountThatAnotherEngineKeepsIsThatOnesBusiness() {
    engine.looks("main", "1.2", "");
    engine.standsBy("main");
    isNotice("main is kept by process 4711 on other until", "it takes over");
    assertThat(main().uniMmr()).as("nothing old is shown as current").isEqualTo("–");
  }

  @Test
  void aBanABrokenJournalAndMuchWeightAreTold() {
    engine.looks("main", "2.2", "");
    engine.uses(9_600);
    assertThat(engine.page().concerns()).isEmpty();
    engine.uses(9_601);
    isWarning("80% of the minute's weight of POST", "another program");
    engine.isBannedFor(60_000);
    engine.breaksItsJournal();
    engine.isDryRun();
    assertThat(engine.page().verdict()).isEqualTo("2 things need you.");
    assertThat(engine.page().concerns())
        .extracting(Concern::level)
        .as("problems first")
        .containsExactly(
            Concern.Level.PROBLEM,
            Concern.Level.PROBLEM,
            Concern.Level.WARNING,
            Concern.Level.NOTICE);
  }

  @Test
  void aQuietNightIsOneLine() {
    IntStream.range(0, 1_000).forEach(i -> engine.looks("main", "2.2", ""));
    engine.skips("main", "UNREACHABLE: timeout 1");
    engine.skips("main", "UNREACHABLE: timeout 2");
    engine.looks("main", "2.3", "");

    List<Page.Row> rows = main().episodes();
    assertThat(rows).extracting(Page.Row::kind).containsExactly("HOLD", "SKIPPED", "HOLD");
    assertThat(rows.get(1).reason()).isEqualTo("UNREACHABLE: timeout 2");
    assertThat(rows.get(2).when()).isEqualTo("2025-06-15 23:26:40 UTC");
    assertThat(rows.get(2).before()).isEqualTo("and 999 before, since 15:07:10 UTC");
  }

  @Test
  void aLongPastIsDrawnWithFewPointsAndNoCrashIsLeftOut() {
    IntStream.range(0, 3_000).forEach(i -> engine.looks("main", i == 1_234 ? "1.7" : "2.2", ""));

    List<double[]> points = main().points();
    assertThat(points).hasSizeLessThanOrEqualTo(240);
    assertThat(points).anyMatch(point -> point[1] == 1.7);
  }

  @Test
  void afterARestartItRemembersWhatTheJournalHas() {
    engine.looks("main", "2.2", "");
    engine.moves("main", "", IntentState.SENDING, IntentState.CONFIRMED, IntentState.SETTLED);
    engine.skips("main", "UNREACHABLE: timeout");
    List<Page.Row> before = main().episodes();
    List<double[]> points = main().points();

    Overview restarted = engine.restarted();
    restarted.recall();

    Page.Account again = restarted.page().accounts().get(0);
    assertThat(again.episodes()).isEqualTo(before).hasSize(3);
    assertThat(again.points()).hasSameSizeAs(points);
  }

  @Test
  void whatIsRecalledLateIsNotToldTwice() {
    IntStream.range(0, 5).forEach(i -> engine.looks("main", "2.2", ""));
    Overview overview = engine.overview();
    overview.recall();
    assertThat(overview.page().accounts().get(0).episodes().get(0).before())
        .startsWith("and 4 before");
    assertThat(overview.page().accounts().get(0).points()).hasSize(5);
  }

  @Test
  void levelsOfOtherPoliciesAreShownAsTheyAreNamed() {
    assertThat(Levels.of(Map.of("floor", "1.5x", "return-point", "0 USDT")).lower())
        .map(Level::name)
        .contains("floor");
    assertThat(Levels.of(Map.of()).all()).isEmpty();
    assertThat(Levels.of(Map.of("setpoint", "2x", "low", "none")).lower())
        .isEqualTo(Optional.empty());
  }
}
