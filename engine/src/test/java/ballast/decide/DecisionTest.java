package ballast.decide;

import static ballast.strategy.Direction.EARN_TO_FUTURE;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.strategy.AccountStatus;
import ballast.strategy.Collateral;
import ballast.strategy.Direction;
import ballast.strategy.Memory;
import ballast.strategy.Ratio;
import ballast.strategy.Situation;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The text that replay compares and the hash chain covers. */
class DecisionTest {
  record Note(String text) implements Memory {}

  private static final Decision MOVE =
      new Decision(
          new Facts(
              new Situation.Recorded(
                  1_584_057_600_123L,
                  Usdt.parseSigned("-150000.5").e8(),
                  Usdt.of(100_000).e8(),
                  Usdt.parse("300000.00000001").e8(),
                  1_584_054_000_000L,
                  new Note("v=1")),
              new Standing(
                  AccountStatus.MARGIN_CALL,
                  1_250,
                  Usdt.of(70_000),
                  Set.of(Direction.FUTURE_TO_EARN, EARN_TO_FUTURE),
                  0),
              Optional.of(
                  new Transferable(
                      EARN_TO_FUTURE,
                      Usdt.parse("81234.5"),
                      new Collateral(
                          Ratio.parse("1.0001"),
                          List.of(
                              new Collateral.Tier(
                                  Usdt.ZERO, Usdt.of(1_200_000), Ratio.parse("0.999")),
                              new Collateral.Tier(
                                  Usdt.of(1_200_000), Usdt.of(2_000_000), Ratio.ZERO)))))),
          Decision.Kind.MOVE,
          Optional.of(EARN_TO_FUTURE),
          Usdt.of(81_234),
          Usdt.of(50_000),
          Optional.of(Rule.PER_TRANSFER),
          "because",
          new Note("v=2"));

  @Test
  void writesEverythingInAFixedOrder() {
    assertThat(MOVE.canonical())
        .isEqualTo(
            """
            now=1584057600123
            equity=-150000.5
            maintenanceMargin=100000
            ldusdtInFutures=300000.00000001
            lastMove=1584054000000
            memory=v=1
            status=MARGIN_CALL
            snapshotAge=1250
            movedToday=70000
            paused=EARN_TO_FUTURE,FUTURE_TO_EARN
            openIntent=0
            transferable=EARN_TO_FUTURE 81234.5
            indexPrice=1.0001
            tier=0 1200000 0.999
            tier=1200000 2000000 0
            kind=MOVE
            direction=EARN_TO_FUTURE
            proposed=81234
            amount=50000
            rule=per-transfer
            reason=because
            remembered=v=2
            """);
  }

  @Test
  void writesAHoldWithoutAnAmount() {
    Decision hold =
        new Decider(Samples.band(), Samples.LIMITS)
            .decide(
                new Facts(
                    Samples.situation("200000", Situation.NEVER), Samples.GOOD, Optional.empty()));
    assertThat(hold.canonical())
        .isEqualTo(
            """
            now=1584057600000
            equity=200000
            maintenanceMargin=100000
            ldusdtInFutures=300000
            lastMove=never
            memory=
            status=NORMAL
            snapshotAge=1000
            movedToday=0
            paused=
            openIntent=0
            kind=HOLD
            direction=
            proposed=0
            amount=0
            rule=
            reason=uniMMR is inside the band
            remembered=
            """);
  }

  @Test
  void writesTheFundingThatWasForetoldAndNothingOfWhatWasNot() {
    Situation.Recorded plain = MOVE.facts().situation();
    Situation.Recorded foretold =
        new Situation.Recorded(
            plain.nowMillis(),
            plain.equityE8(),
            plain.maintenanceMarginE8(),
            plain.ldusdtInFuturesE8(),
            plain.lastMoveMillis(),
            Usdt.parseSigned("-12.5").e8(),
            1_584_057_900_000L,
            plain.memory());
    Decision decision =
        new Decision(
            new Facts(foretold, MOVE.facts().standing(), MOVE.facts().transferable()),
            MOVE.kind(),
            MOVE.direction(),
            MOVE.proposed(),
            MOVE.amount(),
            MOVE.rule(),
            MOVE.reason(),
            MOVE.memory());
    assertThat(decision.canonical())
        .isEqualTo(
            MOVE.canonical()
                .replace("memory=v=1", "funding=-12.5\nfundingAt=1584057900000\nmemory=v=1"));
    assertThat(foretold.with(new Note("v=2")).fundingE8()).isEqualTo(foretold.fundingE8());
  }

  @Test
  void writesTheSameInEveryLocale() {
    String here = MOVE.canonical();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(MOVE.canonical()).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void writesEqualDecisionsEqually() {
    Standing standing = MOVE.facts().standing();
    Set<Direction> otherOrder =
        new LinkedHashSet<>(List.of(Direction.FUTURE_TO_EARN, EARN_TO_FUTURE));
    Decision twin =
        new Decision(
            new Facts(
                MOVE.facts().situation(),
                new Standing(
                    standing.status(),
                    standing.snapshotAgeMillis(),
                    standing.movedToday(),
                    otherOrder,
                    standing.openIntent()),
                MOVE.facts().transferable()),
            MOVE.kind(),
            MOVE.direction(),
            MOVE.proposed(),
            MOVE.amount(),
            MOVE.rule(),
            MOVE.reason(),
            MOVE.memory());
    assertThat(twin).isEqualTo(MOVE);
    assertThat(twin.canonical()).isEqualTo(MOVE.canonical());
    assertThat(EnumSet.copyOf(otherOrder)).isEqualTo(standing.paused());
  }

  @Test
  void cannotBeForgedByALineBreakInAStrategysWords() {
    Decision forged = worded("a\nremembered=b", "");
    Decision honest = worded("a", "b\nremembered=");
    assertThat(forged.canonical()).isNotEqualTo(honest.canonical());
    assertThat(worded("a\\nb", "").canonical()).isNotEqualTo(worded("a\nb", "").canonical());
    assertThat(forged.canonical()).contains("\nreason=a\\nremembered=b\nremembered=\n");
  }

  private static Decision worded(String reason, String memory) {
    return new Decision(
        MOVE.facts(),
        MOVE.kind(),
        MOVE.direction(),
        MOVE.proposed(),
        MOVE.amount(),
        MOVE.rule(),
        reason,
        new Note(memory));
  }

  @Test
  void differsWhereverAnyFieldDiffers() {
    List<Variants.Variant> variants = Variants.of(MOVE);
    assertThat(variants)
        .as("every field of every record was varied")
        .extracting(Variants.Variant::path)
        .contains(
            "facts.situation.nowMillis",
            "facts.situation.equityE8",
            "facts.situation.maintenanceMarginE8",
            "facts.situation.ldusdtInFuturesE8",
            "facts.situation.lastMoveMillis",
            "facts.situation.fundingE8",
            "facts.situation.fundingMillis",
            "facts.situation.memory.text",
            "facts.standing.status",
            "facts.standing.snapshotAgeMillis",
            "facts.standing.movedToday.e8",
            "facts.standing.paused",
            "facts.standing.openIntent",
            "facts.standing.intentsBefore",
            "facts.transferable",
            "facts.transferable.direction",
            "facts.transferable.amount.e8",
            "facts.transferable.collateral.indexPrice.e8",
            "facts.transferable.collateral.tiers",
            "facts.transferable.collateral.tiers.cap.e8",
            "facts.transferable.collateral.tiers.rate.e8",
            "kind",
            "direction",
            "proposed.e8",
            "amount.e8",
            "rule",
            "reason",
            "memory.text");
    Set<String> texts = new LinkedHashSet<>(Set.of(MOVE.canonical()));
    for (Variants.Variant variant : variants) {
      String text = ((Decision) variant.record()).canonical();
      assertThat(texts.add(text)).as(variant.path()).isTrue();
    }
  }
}
