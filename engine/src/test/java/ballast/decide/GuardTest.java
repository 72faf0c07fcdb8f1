package ballast.decide;

import static ballast.strategy.Direction.EARN_TO_FUTURE;
import static ballast.strategy.Direction.FUTURE_TO_EARN;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.decide.Verdict.Allowed;
import ballast.decide.Verdict.Refused;
import ballast.strategy.AccountStatus;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Situation;
import ballast.strategy.Usdt;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule at its refusal and at its border. */
class GuardTest {
  private static final Guard GUARD = new Guard(Samples.LIMITS);
  private static final Situation CALM = Samples.situation("150000");

  @ParameterizedTest
  @EnumSource(Direction.class)
  void objectsToNothingInGoodOrder(Direction direction) {
    assertThat(GUARD.objection(direction, CALM, Samples.GOOD)).isEmpty();
    assertThat(ruling("1000", Samples.GOOD, direction)).isEqualTo(allowed("1000"));
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void refusesBothWaysWhileAnIntentIsOpen(Direction direction) {
    assertThat(GUARD.objection(direction, CALM, Samples.open(7)))
        .contains(new Refused(Rule.OPEN_INTENT, "intent 7 is not settled"));
  }

  @Test
  void namesTheOpenIntentBeforeAnyOtherObjection() {
    Standing everythingWrong =
        new Standing(
            AccountStatus.BANKRUPTED, 99_000, Usdt.of(900_000), Set.of(Direction.values()), 7);
    assertThat(GUARD.objection(EARN_TO_FUTURE, CALM, everythingWrong))
        .map(Refused::rule)
        .contains(Rule.OPEN_INTENT);
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void pausesOneWayAndLeavesTheOtherOpen(Direction direction) {
    Standing paused = Samples.paused(direction);
    assertThat(GUARD.objection(direction, CALM, paused))
        .contains(new Refused(Rule.PAUSED, direction + " is paused by an operator"));
    assertThat(GUARD.objection(direction.opposite(), CALM, paused)).isEmpty();
  }

  @Test
  void pausesBothWays() {
    Standing paused = Samples.paused(EARN_TO_FUTURE, FUTURE_TO_EARN);
    assertThat(GUARD.objection(EARN_TO_FUTURE, CALM, paused)).isPresent();
    assertThat(GUARD.objection(FUTURE_TO_EARN, CALM, paused)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "NORMAL, true, true",
    "MARGIN_CALL, true, false",
    "SUPPLY_MARGIN, true, false",
    "REDUCE_ONLY, true, false",
    "ACTIVE_LIQUIDATION, false, false",
    "FORCE_LIQUIDATION, false, false",
    "BANKRUPTED, false, false",
  })
  void keepsTheRescueOpenUntilLiquidationAndTheWayBackOnlyInHealth(
      AccountStatus status, boolean rescue, boolean back) {
    Standing standing = Samples.status(status);
    assertThat(GUARD.objection(EARN_TO_FUTURE, CALM, standing).isEmpty()).isEqualTo(rescue);
    assertThat(GUARD.objection(FUTURE_TO_EARN, CALM, standing).isEmpty()).isEqualTo(back);
    GUARD
        .objection(FUTURE_TO_EARN, CALM, standing)
        .ifPresent(
            refused ->
                assertThat(refused)
                    .isEqualTo(
                        new Refused(
                            Rule.STATUS, "the account is " + status + ": no FUTURE_TO_EARN")));
  }

  @Test
  void actsOnAReadingUpToTheLimitOfItsAge() {
    assertThat(GUARD.objection(EARN_TO_FUTURE, CALM, Samples.age(15_000))).isEmpty();
    assertThat(GUARD.objection(EARN_TO_FUTURE, CALM, Samples.age(15_001)))
        .contains(
            new Refused(Rule.SNAPSHOT_AGE, "the account was read 15001 ms ago, limit 15000 ms"));
  }

  @Test
  void waitsForTheGapAfterTheLastMove() {
    Situation tooSoon = Samples.situation("150000", Samples.NOW - 299_999);
    assertThat(GUARD.objection(EARN_TO_FUTURE, tooSoon, Samples.GOOD))
        .contains(new Refused(Rule.MIN_GAP, "the last move was 299999 ms ago, limit 300000 ms"));
    Situation soonEnough = Samples.situation("150000", Samples.NOW - 300_000);
    assertThat(GUARD.objection(EARN_TO_FUTURE, soonEnough, Samples.GOOD)).isEmpty();
    Situation never = Samples.situation("150000", Situation.NEVER);
    assertThat(GUARD.objection(EARN_TO_FUTURE, never, Samples.GOOD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // uniMMR is equity over 100,000; the floor is 1.4x
    "EARN_TO_FUTURE, 139999.99999999, true",
    "EARN_TO_FUTURE, 140000, false",
    "EARN_TO_FUTURE, -1, true",
    "FUTURE_TO_EARN, 139999, false",
  })
  void waivesTheGapForARescueBelowTheFloor(Direction direction, String equity, boolean allowed) {
    Situation tooSoon = Samples.situation(equity, Samples.NOW - 1_000);
    assertThat(emergency("1.4").objection(direction, tooSoon, Samples.GOOD).isEmpty())
        .isEqualTo(allowed);
  }

  @Test
  void waivesNothingElseInAnEmergency() {
    Situation emergency = Samples.situation("110000", Samples.NOW - 1_000);
    for (Standing standing :
        new Standing[] {
          Samples.open(7),
          Samples.paused(EARN_TO_FUTURE),
          Samples.moved("120000"),
          Samples.age(15_001),
          Samples.status(AccountStatus.FORCE_LIQUIDATION)
        }) {
      assertThat(emergency("1.4").objection(EARN_TO_FUTURE, emergency, standing)).isPresent();
    }
  }

  private static Guard emergency(String below) {
    Limits limits = Samples.LIMITS;
    return new Guard(
        new Limits(
            false,
            limits.perTransfer(),
            limits.perDay(),
            limits.minTransfer(),
            limits.minGapMillis(),
            limits.maxSnapshotAgeMillis(),
            Fingerprint.OFF,
            Optional.of(Ratio.parse(below))));
  }

  @Test
  void waitsWhenTheClockHasGoneBackBehindTheLastMove() {
    Situation future = Samples.situation("150000", Samples.NOW + 1);
    assertThat(GUARD.objection(EARN_TO_FUTURE, future, Samples.GOOD))
        .map(Refused::rule)
        .contains(Rule.MIN_GAP);
  }

  @Test
  void objectsOnceTheDayIsUsedUp() {
    assertThat(GUARD.objection(FUTURE_TO_EARN, CALM, Samples.moved("119999.99999999"))).isEmpty();
    for (String moved : new String[] {"120000", "120000.00000001", "500000"}) {
      assertThat(GUARD.objection(FUTURE_TO_EARN, CALM, Samples.moved(moved)))
          .contains(new Refused(Rule.PER_DAY, moved + " USDT moved today, limit 120000 USDT"));
    }
  }

  @Test
  void cutsToTheCapOfOneTransferRatherThanRefusing() {
    assertThat(ruling("50000", Samples.GOOD)).isEqualTo(allowed("50000"));
    assertThat(ruling("50000.00000001", Samples.GOOD)).isEqualTo(cut("50000", Rule.PER_TRANSFER));
    assertThat(ruling("90000", Samples.GOOD)).isEqualTo(cut("50000", Rule.PER_TRANSFER));
  }

  @Test
  void cutsToWhatTheDayLeaves() {
    assertThat(ruling("20000", Samples.moved("100000"))).isEqualTo(allowed("20000"));
    assertThat(ruling("20000.00000001", Samples.moved("100000")))
        .isEqualTo(cut("20000", Rule.PER_DAY));
    assertThat(ruling("90000", Samples.moved("70000")))
        .as("both caps are the same: the one of the transfer is named")
        .isEqualTo(cut("50000", Rule.PER_TRANSFER));
  }

  @Test
  void refusesLessThanTheMinimum() {
    assertThat(ruling("10", Samples.GOOD)).isEqualTo(allowed("10"));
    assertThat(ruling("9.99999999", Samples.GOOD))
        .isEqualTo(new Refused(Rule.MIN_TRANSFER, "9.99999999 LDUSDT is less than 10"));
  }

  @Test
  void refusesWhatACapLeavesBelowTheMinimum() {
    assertThat(ruling("5000", Samples.moved("119990"))).isEqualTo(cut("10", Rule.PER_DAY));
    assertThat(ruling("5000", Samples.moved("119990.00000001")))
        .isEqualTo(new Refused(Rule.MIN_TRANSFER, "9.99999999 LDUSDT is less than 10"));
  }

  @Test
  void refusesMoreThanIsTransferable() {
    assertThat(ruling("1000000", Samples.GOOD)).isEqualTo(cut("50000", Rule.PER_TRANSFER));
    assertThat(ruling("1000000.00000001", Samples.GOOD))
        .isEqualTo(
            new Refused(
                Rule.BEYOND_TRANSFERABLE,
                "the strategy proposed 1000000.00000001 of 1000000 LDUSDT transferable"));
  }

  @Test
  void worksOutTheAmountInADryRunAndRefusesIt() {
    Verdict verdict =
        new Guard(Samples.dryRun())
            .rule(
                Usdt.of(90_000),
                Samples.transferable(EARN_TO_FUTURE, "1000000"),
                CALM,
                Samples.GOOD);
    assertThat(verdict)
        .isEqualTo(new Refused(Rule.DRY_RUN, "dry run: would move 50000 LDUSDT EARN_TO_FUTURE"));
  }

  @Test
  void namesEveryOtherRuleBeforeTheDryRun() {
    Guard guard = new Guard(Samples.dryRun());
    assertThat(guard.objection(EARN_TO_FUTURE, CALM, Samples.GOOD)).isEmpty();
    assertThat(
            guard.rule(
                Usdt.of(1), Samples.transferable(EARN_TO_FUTURE, "1000"), CALM, Samples.GOOD))
        .extracting(verdict -> ((Refused) verdict).rule())
        .isEqualTo(Rule.MIN_TRANSFER);
  }

  @Test
  void objectsAgainWhenThingsChangedAfterTheQuestion() {
    assertThat(ruling("1000", Samples.open(9)))
        .isEqualTo(new Refused(Rule.OPEN_INTENT, "intent 9 is not settled"));
  }

  @Test
  void labelsEachRuleInItsOwnWay() {
    assertThat(Rule.values()).extracting(Rule::label).doesNotHaveDuplicates();
    assertThat(Rule.values())
        .allSatisfy(rule -> assertThat(rule.label()).matches("[a-z]+(-[a-z]+)*"));
  }

  private static Verdict ruling(String proposed, Standing standing) {
    return ruling(proposed, standing, EARN_TO_FUTURE);
  }

  private static Verdict ruling(String proposed, Standing standing, Direction direction) {
    return GUARD.rule(
        Usdt.parse(proposed), Samples.transferable(direction, "1000000"), CALM, standing);
  }

  private static Allowed allowed(String amount) {
    return new Allowed(Usdt.parse(amount), Optional.empty());
  }

  private static Allowed cut(String amount, Rule rule) {
    return new Allowed(Usdt.parse(amount), Optional.of(rule));
  }
}
