package ballast.notify;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.alert.AccountView;
import ballast.alert.AccountView.Beat;
import ballast.alert.EngineView;
import ballast.alert.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The dead man's switch. */
class HeartbeatTest {
  private final Receiver receiver = new Receiver();
  private final List<Boolean> counted = new ArrayList<>();
  private EngineView engine = Views.withoutJournal("not yet");
  private final Heartbeat heartbeat =
      new Heartbeat(receiver.address("/ping/cAnArY"), new Posts(), () -> engine, counted::add);

  @AfterEach
  void stops() {
    heartbeat.close();
    receiver.close();
  }

  private static AccountView fresh() {
    return Views.account("main", "0.9");
  }

  private int beatsWith(AccountView... accounts) {
    engine = Views.engine(accounts);
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
    assertThat(beatsWith(fresh(), Views.account("main", Beat.UNDECIDED, Views.decided("1"))))
        .isZero();
    assertThat(beatsWith(fresh(), Views.account("main", Beat.SILENT, Views.decided("1")))).isZero();
    assertThat(beatsWith(Views.account("main", Beat.IN_TIME, Optional.empty())))
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
