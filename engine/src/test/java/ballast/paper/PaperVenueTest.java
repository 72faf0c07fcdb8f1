package ballast.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import ballast.venue.Holdings;
import ballast.venue.Reading;
import ballast.venue.TransferOrder;
import ballast.venue.TransferOutcome;
import ballast.venue.VenueFailure.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The account in process, with and without faults. */
class PaperVenueTest {
  private static final long START = 1_800_000_000_000L;
  private static final TransferOrder FIVE =
      new TransferOrder(1, START, Direction.EARN_TO_FUTURE, Usdt.of(5));

  private final PaperExchange exchange = new PaperExchange(Scenario.shipped("march-2020"), START);
  private final PaperClock clock = PaperClock.cranked(START);

  @Test
  void readsTheAccountAtTheClocksTime() {
    PaperVenue venue = new PaperVenue(exchange, clock);
    clock.advance(Duration.ofMinutes(7));

    AccountSnapshot snapshot = got(venue.account());
    assertThat(snapshot.readAtMillis()).isEqualTo(START + 420_000);
    assertThat(snapshot.ldusdtInFutures()).isEqualTo(Usdt.of(400_000));
    assertThat(snapshot.uniMmr()).isEqualTo(exchange.state().uniMmr());
    assertThat(got(venue.holdings()))
        .isEqualTo(new Holdings(START + 420_000, Usdt.of(700_000), Usdt.of(400_000)));
    Transferable transferable = got(venue.transferable(Direction.EARN_TO_FUTURE));
    assertThat(transferable.amount()).isEqualTo(Usdt.of(700_000));
    assertThat(transferable.collateral().tiers()).hasSize(2);
  }

  @Test
  void movesOnceAndRejectsWhatTheExchangeWould() {
    PaperVenue venue = new PaperVenue(exchange, clock);

    assertThat(venue.transfer(FIVE)).isEqualTo(new TransferOutcome.Done());
    assertThat(
            venue.transfer(
                new TransferOrder(2, START, Direction.EARN_TO_FUTURE, Usdt.of(1_000_000))))
        .isEqualTo(new TransferOutcome.Rejected(-6012, "Balance insufficient."));
    assertThat(exchange.ledger()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "timeout-before-effect, 0, UNREACHABLE",
    "timeout-after-effect, 1, UNREACHABLE",
    "http-5xx-before-effect, 0, UNREACHABLE",
    "http-5xx-after-effect, 1, UNREACHABLE",
    "reset-before-effect, 0, UNREACHABLE",
    "reset-after-effect, 1, UNREACHABLE",
    "garbage, 1, MALFORMED"
  })
  void isUnknownWithoutAUsableAnswerWhetherItMovedOrNot(String kind, int moved, Kind failure) {
    PaperVenue venue = venue("{\"faults\":[{\"kind\":\"" + kind + "\"}]}");

    assertThat(venue.transfer(FIVE)).isInstanceOf(TransferOutcome.Unknown.class);
    assertThat(exchange.ledger()).hasSize(moved);
    assertThat(failed(venue.account())).isEqualTo(failure);
  }

  @ParameterizedTest
  @CsvSource({"http-429", "http-418"})
  void aThrottledTransferIsRejectedAndAReadingThrottled(String kind) {
    PaperVenue venue = venue("{\"faults\":[{\"kind\":\"" + kind + "\"}]}");

    assertThat(venue.transfer(FIVE))
        .isInstanceOfSatisfying(
            TransferOutcome.Rejected.class, r -> assertThat(r.code()).isEqualTo(-1003));
    assertThat(failed(venue.holdings())).isEqualTo(Kind.THROTTLED);
    assertThat(exchange.ledger()).isEmpty();
  }

  @Test
  void strikesTheNthMatchingCallSoOftenAsItSays() {
    PaperVenue venue =
        venue(
            "{\"faults\":[{\"kind\":\"http-5xx-before-effect\",\"path\":\"portfolio/account\","
                + "\"nth\":2,\"count\":2}]}");
    List<Boolean> failed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      got(venue.holdings());
      failed.add(venue.account() instanceof Reading.Failed);
    }
    assertThat(failed).containsExactly(false, true, true, false, false);
  }

  @Test
  void theSameSeedMeetsTheSameTrouble() {
    String plan = "{\"seed\": 9, \"faults\":[{\"kind\":\"timeout-before-effect\",\"rate\":0.3}]}";
    List<Boolean> first = struck(Faults.parse(plan));

    assertThat(struck(Faults.parse(plan))).isEqualTo(first);
    assertThat(first.stream().filter(hit -> hit).count()).isBetween(230L, 370L);
    assertThat(struck(Faults.parse(plan.replace("9", "10")))).isNotEqualTo(first);
  }

  @Test
  void aReadLagHidesTheTransferFromEveryReading() {
    PaperVenue venue = venue("{\"faults\":[{\"kind\":\"read-lag\",\"lag\":\"45s\"}]}");
    venue.transfer(FIVE);
    clock.advance(Duration.ofSeconds(44));
    assertThat(got(venue.holdings()).inFutures()).isEqualTo(Usdt.of(400_000));
    assertThat(got(venue.account()).equity()).isEqualTo(Usdt.of(399_600));
    clock.advance(Duration.ofSeconds(1));
    assertThat(got(venue.holdings()).inFutures()).isEqualTo(Usdt.of(400_005));
  }

  @Test
  void readsAPlanAndRefusesAWrongOne(@TempDir Path dir) throws Exception {
    Path file = dir.resolve("faults.yml");
    Files.writeString(
        file, "seed: 3\nfaults:\n  - {kind: garbage, rate: 0.5, hang: 1s}\n  - {kind: http-429}\n");
    assertThat(Faults.read(file).seed()).isEqualTo(3);
    assertThat(Faults.read(file).size()).isEqualTo(2);

    for (String wrong :
        List.of(
            "{\"faults\":[{\"kind\":\"meteor\"}]}",
            "{\"faults\":[{}]}",
            "{\"faults\":[{\"kind\":\"garbage\",\"rate\":\"2\"}]}",
            "{\"faults\":[{\"kind\":\"garbage\",\"nth\":0}]}",
            "{\"faults\":[{\"kind\":\"garbage\",\"hang\":\"2h\"}]}",
            "{\"fault\":[]}",
            "{\"faults\":")) {
      assertThatThrownBy(() -> Faults.parse(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .doesNotContain("\n");
    }
    assertThatThrownBy(() -> Faults.parse("{\"faults\":[{\"kind\":\"meteor\"}]}"))
        .hasMessageContaining("known are timeout-before-effect");
    assertThatThrownBy(() -> Faults.read(dir.resolve("absent"))).hasMessageContaining("absent");
  }

  private PaperVenue venue(String plan) {
    return new PaperVenue(exchange, clock, Faults.parse(plan));
  }

  private static List<Boolean> struck(Faults faults) {
    List<Boolean> hits = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      hits.add(faults.strike("GET", "/x").isPresent());
    }
    return hits;
  }

  private static <T> T got(Reading<T> reading) {
    return reading.match(
        value -> value,
        failure -> {
          throw new AssertionError(failure.detail());
        });
  }

  private static Kind failed(Reading<?> reading) {
    return reading.match(
        value -> {
          throw new AssertionError("was read");
        },
        failure -> failure.kind());
  }
}
