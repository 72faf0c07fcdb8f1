package ballast.notify;

import ballast.alert.Notice;
import ballast.alert.Notice.Kind;
import ballast.alert.Severity;
import ballast.alert.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The shapes there are. Each text is cut to what its service takes. */
public final class Shapes {
  private static final int MOST_SLACK = 3_900;
  private static final int MOST_DISCORD = 1_900;
  private static final int MOST_TELEGRAM = 4_000;
  private static final int MOST_SUMMARY = 1_000;

  private Shapes() {}

  /** Every field by its name, for a program of one's own. */
  static Shape webhook(String engine) {
    return shape(
        "webhook",
        notice -> {
          Map<String, Object> fields = new TreeMap<>();
          fields.put("engine", engine);
          fields.put("kind", notice.kind().text());
          fields.put("rule", notice.rule());
          fields.put("account", notice.account());
          fields.put("severity", notice.severity().text());
          fields.put("title", notice.title());
          fields.put("text", notice.text());
          fields.put("since", Instant.ofEpochMilli(notice.sinceMillis()).toString());
          fields.put("at", Instant.ofEpochMilli(notice.atMillis()).toString());
          fields.put("notice", notice.count());
          return List.of(json(fields));
        });
  }

  /**
   * @see <a href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks">Slack:
   *     incoming webhooks</a>
   */
  static Shape slack(String engine) {
    return shape(
        "slack",
        notice ->
            List.of(json(Map.of("text", cut(withoutMarkup(plain(engine, notice)), MOST_SLACK)))));
  }

  /** Slack reads these three as markup: {@code <!channel>} would wake everybody. */
  private static String withoutMarkup(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * Mentions are off, whatever a text says.
   *
   * @see <a href="https://discord.com/developers/docs/resources/webhook#execute-webhook">Discord:
   *     execute webhook</a>
   */
  static Shape discord(String engine) {
    return shape(
        "discord",
        notice ->
            List.of(
                json(
                    Map.of(
                        "content",
                        cut(plain(engine, notice), MOST_DISCORD),
                        "allowed_mentions",
                        Map.of("parse", List.of())))));
  }

  /**
   * @param chat the room's or person's number, or a channel's name with its at sign
   * @see <a href="https://core.telegram.org/bots/api#sendmessage">Telegram: sendMessage</a>
   */
  static Shape telegram(String engine, String chat) {
    return shape(
        "telegram",
        notice ->
            List.of(
                json(
                    Map.of(
                        "chat_id",
                        chat,
                        "text",
                        cut(plain(engine, notice), MOST_TELEGRAM),
                        "disable_notification",
                        notice.severity() == Severity.INFO))));
  }

  /**
   * An incident that is opened, added to and resolved by one key. A digest is no incident; a test
   * opens one and resolves it.
   *
   * @see <a href="https://developer.pagerduty.com/docs/events-api-v2/trigger-events/">PagerDuty:
   *     Events API v2</a>
   */
  static Shape pagerDuty(String engine, String routingKey) {
    return shape(
        "pagerduty",
        notice ->
            switch (notice.kind()) {
              case RAISED, REPEATED -> List.of(trigger(engine, routingKey, notice));
              case RECOVERED -> List.of(resolve(engine, routingKey, notice));
              case TEST ->
                  List.of(trigger(engine, routingKey, notice), resolve(engine, routingKey, notice));
              case DIGEST -> List.of();
            });
  }

  private static String trigger(String engine, String routingKey, Notice notice) {
    Map<String, Object> payload = new TreeMap<>();
    payload.put("summary", cut(notice.title() + ": " + notice.detail(), MOST_SUMMARY));
    payload.put("source", engine);
    payload.put("severity", notice.severity().text());
    payload.put("timestamp", Instant.ofEpochMilli(notice.sinceMillis()).toString());
    payload.put("class", notice.rule());
    if (!notice.account().isEmpty()) {
      payload.put("component", notice.account());
    }
    return json(
        Map.of(
            "routing_key",
            routingKey,
            "event_action",
            "trigger",
            "dedup_key",
            key(engine, notice),
            "payload",
            payload));
  }

  private static String resolve(String engine, String routingKey, Notice notice) {
    return json(
        Map.of(
            "routing_key",
            routingKey,
            "event_action",
            "resolve",
            "dedup_key",
            key(engine, notice)));
  }

  private static String key(String engine, Notice notice) {
    return "ballast " + engine + " " + notice.subject().map(Subject::toString).orElse("test");
  }

  /** The engine, what it is about, and what is known. */
  static String plain(String engine, Notice notice) {
    String between = notice.kind() == Kind.DIGEST ? "\n" : ": ";
    return "[" + engine + "] " + notice.title() + between + notice.text();
  }

  private static String json(Map<String, Object> fields) {
    return JsonMapper.shared().writeValueAsString(fields);
  }

  /** Cuts no character in half. */
  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "…";
  }

  private interface Bodies {
    List<String> of(Notice notice);
  }

  private static Shape shape(String kind, Bodies bodies) {
    return new Shape() {
      @Override
      public String kind() {
        return kind;
      }

      @Override
      public List<String> bodies(Notice notice) {
        return bodies.of(notice);
      }
    };
  }
}
