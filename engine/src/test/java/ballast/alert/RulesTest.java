package ballast.alert;

import static ballast.alert.Views.engine;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.alert.AccountView.Beat;
import ballast.alert.AccountView.Decided;
import ballast.alert.AccountView.Doubt;
import ballast.alert.AccountView.Presence;
import ballast.alert.EngineView.Calls;
import ballast.alert.EngineView.Window;
import ballast.strategy.AccountStatus;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which conditions an observation shows. */
class RulesTest {
  private static final long GIBIBYTE = 1L << 30;
  private static final Decided WELL = Views.decided("2").orElseThrow();

  private static AccountView account(
      Beat beat,
      Decided decided,
      Optional<Doubt> doubt,
      Map<Direction, String> paused,
      Usdt foreign) {
    return new AccountView(
        "main",
        Presence.HERE,
        beat,
        Optional.of(decided),
        "UNREACHABLE: no answer",
        doubt,
        paused,
        foreign);
  }

  private static AccountView beating(Beat beat) {
    return account(beat, WELL, Optional.empty(), Map.of(), Usdt.ZERO);
  }

  private static AccountView deciding(AccountStatus status, Optional<String> rescueFailure) {
    return Views.account(
        "main", Beat.IN_TIME, Optional.of(new Decided(Ratio.parse("1.55"), status, rescueFailure)));
  }

  private static AccountView doubtful(boolean held) {
    Doubt doubt = new Doubt(7, held, "intent 7: EARN_TO_FUTURE 10 LDUSDT");
    return account(Beat.IN_TIME, WELL, Optional.of(doubt), Map.of(), Usdt.ZERO);
  }

  private static AccountView paused(Map<Direction, String> paused) {
    return account(Beat.IN_TIME, WELL, Optional.empty(), paused, Usdt.ZERO);
  }

  private static EngineView calling(Calls calls, long freeBytes) {
    return new EngineView(List.of(), calls, OptionalLong.of(freeBytes), Optional.empty());
  }

  private static Map<String, String> found(EngineView engine) {
    return Rules.judge(engine, Views.LEVELS).standing().entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue));
  }

  @Test
  void nothingStandsWhereAllIsWell() {
    Findings findings = Rules.judge(engine(Views.account("main", "1.5")), Views.LEVELS);

    assertThat(findings).isEqualTo(new Findings(Map.of(), Set.of(), Set.of(), false));
  }

  @Test
  void marginBelowItsLevel() {
    assertThat(found(engine(Views.account("main", "1.49999999"))))
        .containsExactly(Map.entry("margin-low main", "uniMMR 1.49x is below 1.50x"));
  }

  @Test
  void aRescueThatDidNotGoOutAndAnAccountThatTheExchangeWorriesAbout() {
    assertThat(found(engine(deciding(AccountStatus.NORMAL, Optional.of("refused by per-day: no")))))
        .containsExactly(Map.entry("no-rescue main", "uniMMR 1.55x, refused by per-day: no"));
    assertThat(found(engine(deciding(AccountStatus.MARGIN_CALL, Optional.empty()))))
        .containsExactly(Map.entry("status-abnormal main", "the exchange has it as MARGIN_CALL"));
  }

  @Test
  void transfersThatAreHeldOrUnknown() {
    assertThat(found(engine(doubtful(true))))
        .containsExactly(Map.entry("transfer-held main", "intent 7: EARN_TO_FUTURE 10 LDUSDT"));
    assertThat(found(engine(doubtful(false)))).containsOnlyKeys("transfer-unknown main");
  }

  @Test
  void pausesWithTheirReasonsAndThoseOfTheKeyApart() {
    assertThat(
            found(
                engine(
                    paused(
                        Map.of(
                            Direction.FUTURE_TO_EARN, "",
                            Direction.EARN_TO_FUTURE, "by ballast: three rescues")))))
        .containsOnly(
            Map.entry("rescue-paused main", "by ballast: three rescues"),
            Map.entry("paused main", "no reason was given"));
    assertThat(
            found(
                engine(
                    paused(
                        Map.of(Direction.FUTURE_TO_EARN, Rules.KEY_REASON + "enableWithdrawals")))))
        .containsExactly(Map.entry("key-changed main", "enableWithdrawals"));
  }

  @Test
  void decisionsThatStayAwayAndTicksThatDo() {
    assertThat(found(engine(beating(Beat.UNDECIDED))))
        .containsExactly(
            Map.entry("stale-data main", "no decision for three ticks: UNREACHABLE: no answer"));
    assertThat(found(engine(beating(Beat.SILENT)))).containsOnlyKeys("missed-schedule main");
    assertThat(found(engine(AccountView.unseen("main", Beat.SILENT))))
        .containsOnlyKeys("missed-schedule main");
  }

  @Test
  void movesOfOthersToday() {
    assertThat(found(engine(account(Beat.IN_TIME, WELL, Optional.empty(), Map.of(), Usdt.of(25)))))
        .containsExactly(
            Map.entry("foreign-move main", "others moved 25 LDUSDT into or out of Futures today"));
  }

  @Test
  void bansLimitsWeightAndDisk() {
    assertThat(found(calling(new Calls(7_500_000, 0, Optional.empty()), GIBIBYTE)))
        .containsExactly(Map.entry("banned", "no call goes out for 2 h 5 min more"));
    assertThat(found(calling(new Calls(0, 61_000, Optional.empty()), GIBIBYTE)))
        .containsExactly(Map.entry("limited", "calls wait for 1 min 1 s more"));
    Window full = new Window("GET /papi/v1/account", Ratio.parse("0.801"));
    assertThat(found(calling(new Calls(0, 0, Optional.of(full)), GIBIBYTE)))
        .containsExactly(
            Map.entry(
                "budget-exhausted", "80% of the minute's weight of GET /papi/v1/account is used"));
    Window free = new Window("GET /papi/v1/account", Ratio.parse("0.8"));
    assertThat(found(calling(new Calls(0, 0, Optional.of(free)), GIBIBYTE - 1)))
        .containsExactly(Map.entry("disk-low", "1023 MiB are left"));
  }

  @Test
  void aBrokenJournalLeavesAllElseUnknown() {
    Findings findings = Rules.judge(Views.withoutJournal("disk full"), Views.LEVELS);

    assertThat(findings.standing())
        .containsExactly(Map.entry(new Subject(Rule.JOURNAL_FAILED, ""), "disk full"));
    assertThat(findings.isUnknown(new Subject(Rule.MARGIN_LOW, "main"))).isTrue();
  }

  @Test
  void nothingIsGuessedBeforeTheFirstTickNorForAnotherEngine() {
    Findings findings =
        Rules.judge(
            engine(AccountView.unseen("new", Beat.IN_TIME), AccountView.elsewhere("theirs")),
            Views.LEVELS);

    assertThat(findings.standing()).isEmpty();
    assertThat(findings.elsewhere()).containsExactly("theirs");
    assertThat(findings.isUnknown(new Subject(Rule.PAUSED, "new"))).isTrue();
    AccountView undecided = Views.account("main", Beat.IN_TIME, Optional.empty());
    assertThat(Rules.judge(engine(undecided), Views.LEVELS).unknown())
        .containsExactlyInAnyOrder(
            new Subject(Rule.MARGIN_LOW, "main"),
            new Subject(Rule.NO_RESCUE, "main"),
            new Subject(Rule.STATUS_ABNORMAL, "main"));
    EngineView noDisk =
        new EngineView(List.of(), Calls.FREE, OptionalLong.empty(), Optional.empty());
    assertThat(Rules.judge(noDisk, Views.LEVELS).unknown())
        .containsExactly(new Subject(Rule.DISK_LOW, ""));
  }

  @Test
  void everyRuleCanStand() {
    Map<Direction, String> both =
        Map.of(Direction.FUTURE_TO_EARN, "", Direction.EARN_TO_FUTURE, "");
    Map<Direction, String> key = Map.of(Direction.EARN_TO_FUTURE, Rules.KEY_REASON + "a flag");
    Decided bad = new Decided(Ratio.ONE, AccountStatus.BANKRUPTED, Optional.of("no"));
    Calls closed = new Calls(1, 1, Optional.of(new Window("GET /papi/v1/account", Ratio.ONE)));
    Doubt held = new Doubt(7, true, "intent 7");
    EngineView worst =
        new EngineView(
            List.of(
                account(Beat.UNDECIDED, bad, Optional.of(held), both, Usdt.of(1)),
                doubtful(false),
                paused(key),
                beating(Beat.SILENT)),
            closed,
            OptionalLong.of(0),
            Optional.of("broken"));

    assertThat(
            Stream.of(worst)
                .flatMap(engine -> Rules.judge(engine, Views.LEVELS).standing().keySet().stream())
                .map(Subject::rule)
                .collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(Rule.class));
  }
}
