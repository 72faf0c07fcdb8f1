package ballast.notify;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.alert.AccountView;
import ballast.alert.AccountView.Beat;
import ballast.alert.AccountView.Presence;
import ballast.alert.EngineView;
import ballast.alert.EngineView.Calls;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The dead man's switch. */
class HeartbeatTest {
  private final Receiver receiver = new Receiver();
  private final List<Boolean> counted = new ArrayList<>();
  private EngineView engine = EngineView.withoutJournal("not yet");
  private final Heartbeat heartbeat =
      new Heartbeat(receiver.address("/ping/cAnArY"), new Posts(), () -> engine, counted::add);

  @AfterEach
  void stops() {
    heartbeat.close();
    receiver.close();
  }

  private static AccountView account(Beat beat, Optional<Ratio> uniMmr) {
    return new AccountView(
        "main", Presence.HERE, beat, uniMmr, "", Optional.empty(), Map.of(), Usdt.ZERO);
  }

  private static AccountView fresh() {
    return account(Beat.IN_TIME, Optional.of(Ratio.parse("0.9")));
  }

  private int beatsWith(AccountView... accounts) {
    engine = new EngineView(List.of(accounts), Calls.FREE, OptionalLong.empty(), Optional.empty());
    int before = receiver.got().size();
    heartbeat.beat();
    return receiver.got().size() - before;
  }

  @Test
  void beatsWhileEveryDecisionIsFresh() {
    assertThat(beatsWith(fresh(), AccountView.elsewhere("theirs"))).isEqualTo(1);
    assertThat(receiver.got().get(0).method()).isEqualTo("GET");
    assertThat(receiver.got().get(0).path()).isEqualTo("/ping/cAnArY");
    assertThat(counted).containsExactly(true);
  }

  @Test
  void stopsWhenOneIsNot() {
    assertThat(beatsWith(fresh(), account(Beat.UNDECIDED, Optional.of(Ratio.ONE)))).isZero();
    assertThat(beatsWith(fresh(), account(Beat.SILENT, Optional.of(Ratio.ONE)))).isZero();
    assertThat(beatsWith(account(Beat.IN_TIME, Optional.empty())))
        .as("before the first decision")
        .isZero();
    assertThat(beatsWith(AccountView.unseen("main", Beat.IN_TIME))).isZero();
    assertThat(beatsWith(AccountView.elsewhere("theirs"))).as("a standby").isZero();
    assertThat(counted).isEmpty();
    assertThat(beatsWith(fresh())).as("and goes on when all are").isEqualTo(1);
  }

  @Test
  void stopsWithoutAJournal() {
    heartbeat.beat();
    assertThat(receiver.got()).isEmpty();
  }

  @Test
  void aBeatThatDoesNotArriveIsCountedAndTriedAtTheNext() {
    receiver.answers(500, Map.of());
    beatsWith(fresh());
    receiver.answers(200, Map.of());
    beatsWith(fresh());

    assertThat(counted).containsExactly(false, true);
  }

  @Test
  void survivesAnEngineThatCannotBeLookedAt() {
    Heartbeat blind =
        new Heartbeat(
            receiver.address("/"),
            new Posts(),
            () -> {
              throw new IllegalStateException("no view");
            },
            counted::add);
    blind.beat();
    blind.close();
    assertThat(receiver.got()).isEmpty();
  }
}
