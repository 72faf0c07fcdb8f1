package ballast.notify;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.alert.Notice;
import ballast.alert.Severity;
import ballast.notify.Channel.Answer;
import ballast.notify.Webhook.Label;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each shape as its service gets it, and what is made of each answer. */
class WebhookTest {
  private static final String SECRET = "T0CANARY/B0CANARY/XyZcAnArY";

  private final Receiver receiver = new Receiver();
  private final Posts posts = new Posts(Duration.ofSeconds(2), Duration.ofMillis(300));

  @AfterEach
  void stops() {
    receiver.close();
  }

  private static Label label(Severity atLeast) {
    return new Label("trading-1", "night", atLeast);
  }

  private static Label all() {
    return label(Severity.INFO);
  }

  private URI hook() {
    return receiver.address("/services/" + SECRET);
  }

  private List<JsonNode> bodies() {
    return receiver.got().stream().map(got -> JsonMapper.shared().readTree(got.body())).toList();
  }

  private JsonNode body(Webhook channel, Notice notice) {
    assertThat(channel.send(notice)).isEqualTo(new Answer.Taken());
    Receiver.Got got = receiver.got().get(receiver.got().size() - 1);
    assertThat(got.method()).isEqualTo("POST");
    assertThat(got.contentType()).isEqualTo("application/json; charset=utf-8");
    return JsonMapper.shared().readTree(got.body());
  }

  @Test
  void plainJsonHasEveryField() {
    assertThat(body(Webhook.plain(all(), hook(), posts), Notices.REPEATED).toString())
        .isEqualTo(
            "{\"account\":\"main\",\"at\":\"2027-01-15T08:01:00Z\",\"engine\":\"trading-1\","
                + "\"kind\":\"repeated\",\"notice\":2,\"rule\":\"margin-low\","
                + "\"severity\":\"critical\",\"since\":\"2027-01-15T08:00:00Z\","
                + "\"text\":\"uniMMR <!channel> & 1.41x\\nsince 2027-01-15T08:00:00Z, 1 min 0 s,"
                + " notice 2\",\"title\":\"CRITICAL margin-low main\"}");
    assertThat(receiver.got().get(0).path()).isEqualTo("/services/" + SECRET);
  }

  @Test
  void slackGetsTextWithoutMarkup() {
    JsonNode body = body(Webhook.slack(all(), hook(), posts), Notices.REPEATED);

    assertThat(body.propertyNames()).containsExactly("text");
    assertThat(body.get("text").asString())
        .startsWith(
            "[trading-1] CRITICAL margin-low main: uniMMR &lt;!channel&gt; &amp; 1.41x\nsince ");
  }

  @Test
  void discordMentionsNobody() {
    JsonNode body = body(Webhook.discord(all(), hook(), posts), Notices.RECOVERED);

    assertThat(body.get("content").asString())
        .startsWith("[trading-1] RECOVERED margin-low main: was: uniMMR 1.41x\nstood from ");
    assertThat(body.get("allowed_mentions").toString()).isEqualTo("{\"parse\":[]}");
    JsonNode cut =
        body(
            Webhook.discord(all(), hook(), posts),
            Notice.digest("x".repeat(1_899 - "[trading-1] Daily digest\n".length()) + "🙂🙂", 0));
    assertThat(cut.get("content").asString()).hasSize(1_900).endsWith("x…");
  }

  @Test
  void telegramGetsTheChatAndTheTokenIsInThePath() {
    Webhook telegram =
        Webhook.telegram(all(), receiver.address(""), "123:cAnArY", "-1001234", posts);
    JsonNode body = body(telegram, Notices.DISK);

    assertThat(receiver.got().get(0).path()).isEqualTo("/bot123:cAnArY/sendMessage");
    assertThat(body.get("chat_id").asString()).isEqualTo("-1001234");
    assertThat(body.get("text").asString())
        .isEqualTo("[trading-1] CRITICAL disk-low: 7 MiB are left");
    assertThat(body.get("disable_notification").asBoolean()).isFalse();
    assertThat(body(telegram, Notice.digest("well", 0)).get("disable_notification").asBoolean())
        .isTrue();
  }

  @Test
  void pagerDutyOpensAndResolvesOneIncident() {
    Webhook pager = Webhook.pagerDuty(all(), receiver.address(""), "R0UTINGcAnArY", posts);
    receiver.answers(202, Map.of());
    JsonNode raised = body(pager, Notices.RAISED);
    JsonNode repeated = body(pager, Notices.REPEATED);
    JsonNode resolved = body(pager, Notices.RECOVERED);

    assertThat(receiver.got().get(0).path()).isEqualTo("/v2/enqueue");
    assertThat(raised.get("routing_key").asString()).isEqualTo("R0UTINGcAnArY");
    assertThat(raised.get("event_action").asString()).isEqualTo("trigger");
    assertThat(raised.get("payload").toString())
        .isEqualTo(
            "{\"class\":\"margin-low\",\"component\":\"main\",\"severity\":\"critical\","
                + "\"source\":\"trading-1\",\"summary\":\"CRITICAL margin-low main: uniMMR"
                + " 1.42x\",\"timestamp\":\"2027-01-15T08:00:00Z\"}");
    assertThat(resolved.get("event_action").asString()).isEqualTo("resolve");
    assertThat(List.of(raised, repeated, resolved))
        .extracting(body -> body.get("dedup_key").asString())
        .containsOnly("ballast trading-1 margin-low main");
  }

  @Test
  void pagerDutyHearsOfNoDigestAndClosesItsTest() {
    Webhook pager = Webhook.pagerDuty(all(), receiver.address(""), "key", posts);

    assertThat(pager.send(Notice.digest("well", 0))).isEqualTo(new Answer.Taken());
    assertThat(receiver.got()).isEmpty();
    pager.send(Notice.test(0));
    assertThat(bodies())
        .extracting(body -> body.get("event_action").asString())
        .containsExactly("trigger", "resolve");
  }

  @ParameterizedTest
  @CsvSource({
    "400, false",
    "401, false",
    "404, false",
    "410, false",
    "302, false",
    "307, false",
    "408, true",
    "429, true",
    "500, true",
    "503, true"
  })
  void saysWhetherAnotherAttemptMayFareBetter(int status, boolean again) {
    receiver.answers(status, Map.of("Location", receiver.address("/elsewhere").toString()));

    assertThat(Webhook.slack(all(), hook(), posts).send(Notices.RAISED))
        .isEqualTo(new Answer.Failed("HTTP " + status, again));
    assertThat(receiver.got()).as("no redirect is followed, nothing is sent twice").hasSize(1);
  }

  @Test
  void waitsNoLongerThanItsLimitAndNamesNoAddress() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/services/" + SECRET);
      assertThat(Webhook.slack(all(), address, posts).send(Notices.RAISED))
          .isEqualTo(new Answer.Failed("no answer in time", true));
    }
    URI closed = hook();
    receiver.close();
    assertThat(Webhook.slack(all(), closed, posts).send(Notices.RAISED))
        .isEqualTo(new Answer.Failed("no connection", true));
    URI nowhere = URI.create("https://nowhere.invalid/services/" + SECRET);
    assertThat(Webhook.slack(all(), nowhere, posts).send(Notices.RAISED))
        .isEqualTo(new Answer.Failed("the host is not known", true));
  }

  @Test
  void isToldOfWhatIsGraveEnoughAndOfTests() {
    Webhook night = Webhook.slack(label(Severity.CRITICAL), hook(), posts);

    assertThat(night.wants(Notices.RAISED)).isTrue();
    assertThat(night.wants(Notices.RECOVERED)).isTrue();
    assertThat(night.wants(Notices.PAUSED)).isFalse();
    assertThat(night.wants(Notice.digest("well", 0))).isFalse();
    assertThat(night.wants(Notice.test(0))).isTrue();
  }

  @Test
  void describesItselfWithoutItsSecret() {
    assertThat(Webhook.slack(all(), hook(), posts).describe())
        .isEqualTo("slack at http://127.0.0.1:" + hook().getPort());
    assertThat(Webhook.telegram(all(), hook(), SECRET, "1", posts).describe())
        .doesNotContain("cAnArY");
  }
}
