package ballast.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ballast.alert.Delivery;
import ballast.alert.Delivery.Outcome;
import ballast.alert.Notice;
import ballast.alert.Rule;
import ballast.notify.Channel.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What becomes of notices on the way to one channel. */
class OutboxTest {
  private static final Answer TAKEN = new Answer.Taken();
  private static final Answer AGAIN = new Answer.Failed("HTTP 503", true);
  private static final Answer NEVER = new Answer.Failed("HTTP 404", false);

  private final List<Delivery> told = new CopyOnWriteArrayList<>();
  private final List<Long> pauses = new ArrayList<>();

  private Outbox outbox(Channel channel) {
    return new Outbox(channel, told::add, () -> Instant.ofEpochMilli(7), pauses::add);
  }

  private static Delivery delivery(Notice notice, Outcome outcome, int attempts, String failure) {
    return new Delivery(notice, "fake", outcome, attempts, failure, 7);
  }

  private static Notice numbered(int number) {
    return Notices.of(Notice.Kind.RAISED, Rule.PAUSED, "account-" + number, "", 1);
  }

  @Test
  void deliversInOrder() {
    Outbox outbox = outbox(new FakeChannel(TAKEN));
    outbox.put(Notices.RAISED);
    outbox.put(Notices.DISK);

    assertThat(outbox.deliverNext()).isTrue();
    assertThat(outbox.deliverNext()).isTrue();
    assertThat(outbox.deliverNext()).isFalse();
    assertThat(told)
        .containsExactly(
            delivery(Notices.RAISED, Outcome.DELIVERED, 1, ""),
            delivery(Notices.DISK, Outcome.DELIVERED, 1, ""));
  }

  @Test
  void triesThreeTimesWithLongerWaits() {
    FakeChannel channel = new FakeChannel(AGAIN);
    Outbox outbox = outbox(channel);
    outbox.put(Notices.RAISED);
    outbox.deliverNext();

    assertThat(told).containsExactly(delivery(Notices.RAISED, Outcome.FAILED, 3, "HTTP 503"));
    assertThat(pauses).containsExactly(2_000L, 10_000L);
    assertThat(channel.sent()).hasSize(3);
  }

  @Test
  void isContentWithALaterAttempt() {
    Outbox outbox = outbox(new FakeChannel(AGAIN, TAKEN));
    outbox.put(Notices.RAISED);
    outbox.deliverNext();

    assertThat(told).containsExactly(delivery(Notices.RAISED, Outcome.DELIVERED, 2, ""));
  }

  @Test
  void doesNotRepeatWhatIsRefusedForGood() {
    Outbox outbox = outbox(new FakeChannel(NEVER));
    outbox.put(Notices.RAISED);
    outbox.deliverNext();

    assertThat(told).containsExactly(delivery(Notices.RAISED, Outcome.FAILED, 1, "HTTP 404"));
  }

  @Test
  void dropsTheOldestWhenThereIsNoRoom() {
    Outbox outbox = outbox(new FakeChannel(TAKEN));
    for (int i = 0; i < 1_000; i++) {
      outbox.put(numbered(i));
    }

    assertThat(told).hasSize(1_000 - Outbox.ROOM);
    assertThat(told.get(0))
        .isEqualTo(delivery(numbered(0), Outcome.DROPPED, 0, "newer notices took its place"));
    outbox.deliverNext();
    assertThat(told.get(told.size() - 1))
        .isEqualTo(delivery(numbered(1_000 - Outbox.ROOM), Outcome.DELIVERED, 1, ""));
  }

  @Test
  void asksTheChannelWhatItWants() {
    FakeChannel channel = new FakeChannel(TAKEN);
    channel.wants = notice -> notice.equals(Notices.DISK);
    Outbox outbox = outbox(channel);
    outbox.put(Notices.RAISED);
    outbox.put(Notices.DISK);
    while (outbox.deliverNext()) {
      // until nothing waits
    }

    assertThat(channel.sent()).containsExactly(Notices.DISK);
  }

  @Test
  void puttingNeverWaitsForAChannelThatHangs() {
    CountDownLatch hangs = new CountDownLatch(1);
    FakeChannel channel = new FakeChannel(TAKEN);
    channel.before =
        () -> {
          try {
            hangs.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    Outbox outbox = outbox(channel);
    outbox.start();
    for (int i = 0; i < 200; i++) {
      outbox.put(numbered(i));
    }
    outbox.closing();
    outbox.close(Duration.ofMillis(1));

    assertThat(told).extracting(Delivery::outcome).contains(Outcome.DROPPED);
    await().untilAsserted(() -> assertThat(told).hasSize(200));
    hangs.countDown();
  }

  @Test
  void sendsWhatWaitsBeforeItCloses() {
    FakeChannel channel = new FakeChannel(AGAIN);
    Outbox outbox = outbox(channel);
    for (int i = 0; i < Outbox.ROOM; i++) {
      outbox.put(numbered(i));
    }
    outbox.closing();
    outbox.start();
    outbox.close(Duration.ofMinutes(1));

    assertThat(told).as("once each").hasSize(Outbox.ROOM);
    assertThat(told).extracting(Delivery::attempts).containsOnly(1);
    assertThat(pauses).isEmpty();
  }
}
