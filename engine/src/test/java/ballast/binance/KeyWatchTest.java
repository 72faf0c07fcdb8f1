package ballast.binance;

import static ballast.binance.ScriptedExchange.json;
import static ballast.binance.ScriptedExchange.status;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.venue.VenueFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A running account's key, asked about over the wire. */
final class KeyWatchTest {
  private final Desk desk = new Desk();
  private final List<String> stops = new ArrayList<>();

  KeyWatchTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    desk.close();
  }

  private BinanceVenue venue(KeyGate gate) {
    KeyWatch watch = new KeyWatch("main", gate::findings, desk.clock, stops::add);
    return new BinanceVenue(
        desk.access,
        desk.clock,
        desk.clock::nanoTime,
        desk.budget,
        call -> watch.saw(call),
        Optional.of(watch));
  }

  private void answers(String from, String to) {
    assertThat(Desk.RESTRICTIONS).contains(from);
    desk.exchange.on(Endpoint.API_RESTRICTIONS, json(Desk.RESTRICTIONS.replace(from, to)));
  }

  private int asked() {
    return desk.exchange.requests(Endpoint.API_RESTRICTIONS).size();
  }

  @Test
  void asksAtTheFirstTickAndEverySixHours() {
    BinanceVenue venue = venue(KeyGate.strict());
    Desk.got(venue.account());
    desk.clock.advance(KeyWatch.EVERY.minusMillis(1));
    Desk.got(venue.account());
    assertThat(asked()).isEqualTo(1);

    desk.clock.advance(Duration.ofMillis(1));
    Desk.got(venue.account());

    assertThat(asked()).isEqualTo(2);
    assertThat(stops).isEmpty();
  }

  @Test
  void stopsTheAccountAndItsTickWhenAFlagHasChanged() {
    BinanceVenue venue = venue(KeyGate.strict());
    venue.account();
    answers("\"enableWithdrawals\":false", "\"enableWithdrawals\":true");
    desk.clock.advance(KeyWatch.EVERY);
    int before = desk.exchange.requests(Endpoint.ACCOUNT).size();

    VenueFailure failure = Desk.failure(venue.account());

    assertThat(failure.kind()).isEqualTo(VenueFailure.Kind.FORBIDDEN);
    assertThat(failure.detail()).contains("enableWithdrawals");
    assertThat(stops)
        .singleElement()
        .asString()
        .contains("enableWithdrawals was off, is on")
        .contains("switch it off");
    assertThat(desk.exchange.requests(Endpoint.ACCOUNT)).hasSize(before);
  }

  @Test
  void stopsForAnotherKeyThatMayDoTheSame() {
    BinanceVenue venue = venue(KeyGate.strict());
    venue.account();
    answers("1698645219000", "1698645219001");
    desk.clock.advance(KeyWatch.EVERY);

    Desk.failure(venue.account());

    assertThat(stops).singleElement().asString().contains("another key");
    Desk.got(venue.account());
    assertThat(stops).as("told once").hasSize(1);
  }

  @Test
  void stopsAtTheFirstTickForAKeyThatTheGateRefusesAndAgainWhileItDoes() {
    answers("\"ipRestrict\":true", "\"ipRestrict\":false");
    BinanceVenue venue = venue(KeyGate.strict());

    Desk.failure(venue.account());
    desk.clock.advance(KeyWatch.EVERY);
    Desk.failure(venue.account());

    assertThat(stops).hasSize(2).allMatch(why -> why.contains("ipRestrict is off"));
  }

  @Test
  void stopsAgainAtEveryTickWithTheSameWordsUntilTheKeyPasses() {
    BinanceVenue venue = venue(KeyGate.strict());
    venue.account();
    answers("\"enableWithdrawals\":false", "\"enableWithdrawals\":true");
    desk.clock.advance(KeyWatch.EVERY);

    Desk.failure(venue.account());
    Desk.failure(venue.account());
    Desk.failure(venue.account());

    assertThat(asked()).isEqualTo(4);
    assertThat(stops).hasSize(3);
    assertThat(Set.copyOf(stops))
        .singleElement()
        .asString()
        .contains("enableWithdrawals was off, is on; enableWithdrawals is on; switch it off");

    desk.exchange.on(Endpoint.API_RESTRICTIONS, json(Desk.RESTRICTIONS));
    Desk.got(venue.account());
    Desk.got(venue.account());
    assertThat(asked()).as("at once when it passes, then every six hours").isEqualTo(5);
    assertThat(stops).as("set right is no change").hasSize(3);
  }

  @Test
  void aKeyThatDidNotPassStaysStoppedWhileItCannotBeRead() {
    answers("\"enableWithdrawals\":false", "\"enableWithdrawals\":true");
    BinanceVenue venue = venue(KeyGate.strict());
    Desk.failure(venue.account());
    desk.exchange.on(Endpoint.API_RESTRICTIONS, status("503 Unavailable", "", ""));

    VenueFailure failure = Desk.failure(venue.account());

    assertThat(failure.kind()).isEqualTo(VenueFailure.Kind.FORBIDDEN);
    assertThat(stops).hasSize(2);
  }

  @Test
  void asksAgainAfterTheKeyWasRefused() {
    BinanceVenue venue = venue(KeyGate.strict());
    venue.account();
    desk.exchange.on(
        Endpoint.BALANCE, status("401 Unauthorized", "", "{\"code\":-2015,\"msg\":\"Invalid\"}"));
    Desk.failure(venue.account());
    assertThat(asked()).isEqualTo(1);
    answers("\"enableReading\":true", "\"enableReading\":false");

    Desk.failure(venue.account());

    assertThat(asked()).isEqualTo(2);
    assertThat(stops).singleElement().asString().contains("enableReading was on, is off");
  }

  @Test
  void stopsNothingForAnAnswerThatDoesNotComeAndAsksAtTheNextTick() {
    desk.exchange.on(Endpoint.API_RESTRICTIONS, status("503 Unavailable", "", ""));
    BinanceVenue venue = venue(KeyGate.strict());

    Desk.got(venue.account());
    Desk.got(venue.account());

    assertThat(asked()).isEqualTo(2);
    assertThat(stops).isEmpty();
  }
}
