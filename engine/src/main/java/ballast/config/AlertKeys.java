package ballast.config;

import ballast.alert.Severity;
import ballast.config.Form.Group;
import ballast.config.Form.Listed;
import ballast.config.Form.Quantity;
import ballast.config.Form.Source;
import ballast.config.Form.Text;
import ballast.config.Form.Whole;
import ballast.config.Form.Word;
import ballast.strategy.Parameter.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The keys under {@code alerts}. */
final class AlertKeys {
  private static final Quantity DURATION = new Quantity(Kind.DURATION);
  private static final Text MAIL =
      new Text("^[^\\s@<>,;]{1,64}@[A-Za-z0-9.-]{1,190}$", "as in night@example.com");
  private static final Text HOST =
      new Text("^(https?://)(\\[[0-9a-f:]+\\]|[A-Za-z0-9.-]+)(:[0-9]{1,5})?$", "scheme and host");
  private static final String TOLD_WHERE = "Where the address is, for it is a secret.";

  static final Group HOOK = group(Key.required("url", Source.PLAIN, TOLD_WHERE));

  static final Group TELEGRAM =
      group(
          Key.required("token", Source.PLAIN, "Where the bot's token is."),
          Key.required(
              "chat",
              new Text("^(-?[0-9]{1,20}|@[A-Za-z0-9_]{5,32})$", "\"-1001234567890\" or \"@name\""),
              "The chat's number in quotes, or a channel's name."),
          Key.defaulted("api", HOST, "https://api.telegram.org", "Where bots are served."));

  static final Group PAGERDUTY =
      group(
          Key.required("routing-key", Source.PLAIN, "Where the integration key of the service is."),
          Key.defaulted(
              "api",
              HOST,
              "https://events.pagerduty.com",
              "Where events are taken; https://events.eu.pagerduty.com in the EU."));

  static final Group EMAIL =
      new Group(
          List.of(
              Key.required(
                  "host",
                  new Text("^[A-Za-z0-9.-]{1,253}$", "a host, as in smtp.example.com"),
                  "The server that mail is handed in to."),
              Key.defaulted("port", new Whole(1, 65_535), "587", "Its port."),
              Key.defaulted(
                  "security",
                  words(AlertsConfig.Email.Security.values()),
                  "starttls",
                  "tls from the first byte, starttls, or none on this machine alone."),
              Key.optional(
                  "user",
                  new Text("^\\S{1,200}$", "a name without spaces"),
                  "The user there; needs password."),
              Key.optional("password", Source.PLAIN, "Where the user's password is."),
              Key.required("from", MAIL, "The sender."),
              Key.required("to", new Listed(MAIL, 1, 16), "The receivers.")),
          List.of());

  static final Group CHANNEL =
      new Group(
          List.of(
              Key.required(
                  "name",
                  new Text("^[a-z0-9-]{1,32}$", "1 to 32 of a-z, 0-9 and -, as in night"),
                  "Name of the channel in journal, log and metrics."),
              Key.defaulted(
                  "at-least",
                  words(Severity.values()),
                  "info",
                  "What is less grave is not told here: info, warning, critical."),
              Key.optional("webhook", HOOK, "A program of your own, which takes plain JSON."),
              Key.optional("slack", HOOK, "A Slack room, by incoming webhook."),
              Key.optional("discord", HOOK, "A Discord room, by webhook."),
              Key.optional("telegram", TELEGRAM, "A Telegram chat, by a bot."),
              Key.optional("pagerduty", PAGERDUTY, "A PagerDuty service, by Events API v2."),
              Key.optional("email", EMAIL, "E-mail, by SMTP.")),
          List.of("webhook", "slack", "discord", "telegram", "pagerduty", "email"));

  static final Group HEARTBEAT =
      group(
          Key.required("url", Source.PLAIN, TOLD_WHERE),
          Key.defaulted("every", DURATION, "1m", "How often it is called, 10s to 1h."));

  static final Group ALERTS =
      group(
          Key.defaulted(
              "engine",
              new Text("^[A-Za-z0-9._-]{1,64}$", "1 to 64 letters, digits, dots and dashes"),
              "ballast",
              "How notices name this engine."),
          Key.defaulted(
              "margin-below", new Quantity(Kind.RATIO), "1.5x", "uniMMR below this is told."),
          Key.defaulted(
              "weight-above",
              new Quantity(Kind.PERCENT),
              "80%",
              "More of a minute's weight than this is told."),
          Key.defaulted(
              "disk-below",
              new Text("^[1-9][0-9]{0,5} (MiB|GiB)$", "as in 500 MiB or 1 GiB"),
              "1 GiB",
              "Less room than this under dir is told."),
          Key.defaulted(
              "repeat-after",
              DURATION,
              "15m",
              "When what stands is told again; each further wait is twice the one before, to a"
                  + " day."),
          Key.defaulted(
              "recovered-after",
              DURATION,
              "5m",
              "How long a condition must be gone before it is told to be over."),
          Key.optional(
              "digest",
              new Text("^[0-9]{2}:[0-9]{2} \\S{1,60}$", "as in 08:00 Europe/Zurich"),
              "When the daily digest comes. Left out: never."),
          Key.optional(
              "heartbeat", HEARTBEAT, "An address that is called while every account is fresh."),
          Key.optional("channels", new Listed(CHANNEL, 0, 8), "Who is told, at most 8."));

  private AlertKeys() {}

  private static Group group(Key... keys) {
    return new Group(List.of(keys), List.of());
  }

  private static Word words(Enum<?>[] values) {
    return new Word(
        Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList());
  }
}
