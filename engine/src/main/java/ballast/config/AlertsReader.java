package ballast.config;

import ballast.alert.Cadence;
import ballast.alert.DailyTime;
import ballast.alert.Levels;
import ballast.alert.Severity;
import ballast.config.AlertsConfig.Email;
import ballast.config.AlertsConfig.Hook;
import ballast.config.AlertsConfig.Outlet;
import ballast.config.AlertsConfig.PagerDuty;
import ballast.config.AlertsConfig.Pulse;
import ballast.config.AlertsConfig.Service;
import ballast.config.AlertsConfig.Telegram;
import ballast.config.Node.Keyed;
import ballast.config.Node.Scalar;
import ballast.strategy.Parameter.Kind;
import ballast.strategy.Ratio;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads who is told. */
record AlertsReader(Section alerts, Path folder) {
  private static final Ratio LEAST_MARGIN = Ratio.parse("1.05");
  private static final Ratio MOST_MARGIN = Ratio.parse("100");
  private static final Ratio LEAST_WEIGHT = Ratio.parse("0.1");
  private static final long MEBIBYTE = 1024 * 1024;

  static AlertsReader of(Section root, Path folder) {
    return new AlertsReader(root.section("alerts", AlertKeys.ALERTS), folder);
  }

  AlertsConfig read() {
    return new AlertsConfig(
        alerts.text("engine"),
        new Levels(margin(), weight(), bytes(alerts.text("disk-below"))),
        new Cadence(
            alerts.duration("repeat-after", "1m", "1d"),
            alerts.duration("recovered-after", "0s", "1d")),
        alerts.find("digest").map(this::digest),
        heartbeat(),
        outlets());
  }

  private Ratio margin() {
    Ratio margin = Kind.ratio(alerts.text("margin-below"));
    if (margin.compareTo(LEAST_MARGIN) < 0 || margin.compareTo(MOST_MARGIN) > 0) {
      throw alerts
          .place("margin-below")
          .wrong("must be from 1.05x to 100x, got " + alerts.text("margin-below"));
    }
    return margin;
  }

  private Ratio weight() {
    Ratio weight = Kind.percent(alerts.text("weight-above"));
    if (weight.compareTo(LEAST_WEIGHT) < 0 || weight.compareTo(Ratio.ONE) >= 0) {
      throw alerts
          .place("weight-above")
          .wrong("must be from 10% to below 100%, got " + alerts.text("weight-above"));
    }
    return weight;
  }

  private static long bytes(String text) {
    String[] parts = text.split(" ", 2);
    return Long.parseLong(parts[0]) * MEBIBYTE * (parts[1].equals("GiB") ? 1024 : 1);
  }

  private DailyTime digest(String text) {
    try {
      return DailyTime.parse(text);
    } catch (IllegalArgumentException e) {
      throw alerts.place("digest").wrong(String.valueOf(e.getMessage()));
    }
  }

  private Optional<Pulse> heartbeat() {
    if (!alerts.has("heartbeat")) {
      return Optional.empty();
    }
    Section heartbeat = alerts.section("heartbeat", AlertKeys.HEARTBEAT);
    return Optional.of(
        new Pulse(source(heartbeat, "url"), heartbeat.duration("every", "10s", "1h")));
  }

  private List<Outlet> outlets() {
    List<Outlet> outlets = new ArrayList<>();
    for (Section channel : sections()) {
      String name = channel.text("name");
      if (outlets.stream().anyMatch(known -> known.name().equals(name))) {
        throw channel.place("name").wrong("the same name twice; give every channel its own");
      }
      Severity atLeast = Severity.valueOf(channel.text("at-least").toUpperCase(Locale.ROOT));
      outlets.add(new Outlet(name, atLeast, service(channel)));
    }
    return outlets;
  }

  private List<Section> sections() {
    return alerts.items("channels").stream()
        .map(node -> new Section((Keyed) node, AlertKeys.CHANNEL))
        .toList();
  }

  private Service service(Section channel) {
    for (Hook.Kind kind : Hook.Kind.values()) {
      String key = kind.name().toLowerCase(Locale.ROOT);
      if (channel.has(key)) {
        return new Hook(kind, source(channel.section(key, AlertKeys.HOOK), "url"));
      }
    }
    if (channel.has("telegram")) {
      Section telegram = channel.section("telegram", AlertKeys.TELEGRAM);
      return new Telegram(source(telegram, "token"), telegram.text("chat"), api(telegram));
    }
    if (channel.has("pagerduty")) {
      Section pagerDuty = channel.section("pagerduty", AlertKeys.PAGERDUTY);
      return new PagerDuty(source(pagerDuty, "routing-key"), api(pagerDuty));
    }
    return email(channel.section("email", AlertKeys.EMAIL));
  }

  private static URI api(Section service) {
    return AlertAddress.parse(service.text("api"))
        .orElseThrow(
            () ->
                service
                    .place("api")
                    .wrong("must be https, or http on this machine, as in https://example.com"));
  }

  private Email email(Section email) {
    Email.Security security =
        Email.Security.valueOf(email.text("security").toUpperCase(Locale.ROOT));
    if (security == Email.Security.NONE && !AlertAddress.isLoopback(email.text("host"))) {
      throw email
          .place("security")
          .wrong("mail leaves this machine only over TLS; write starttls or tls");
    }
    if (email.has("user") != email.has("password")) {
      throw email
          .place(email.has("user") ? "user" : "password")
          .wrong("user and password go together; give both or none");
    }
    return new Email(
        email.text("host"),
        Integer.parseInt(email.text("port")),
        security,
        email.find("user"),
        email.find("password").map(text -> SecretSource.of(text, folder)),
        email.text("from"),
        email.items("to").stream().map(item -> ((Scalar) item).text()).toList());
  }

  private SecretSource source(Section section, String key) {
    return SecretSource.of(section.text(key), folder);
  }

  /** Reads every secret once, to see that it is there, guarded and plausible. */
  void check(SecretsCheck secrets, AlertsConfig read) {
    read.heartbeat()
        .ifPresent(
            pulse ->
                secrets.address(
                    pulse.url(), alerts.section("heartbeat", AlertKeys.HEARTBEAT).place("url")));
    List<Section> sections = sections();
    for (int i = 0; i < sections.size(); i++) {
      check(secrets, sections.get(i), read.channels().get(i).service());
    }
  }

  private static void check(SecretsCheck secrets, Section channel, Service service) {
    if (service instanceof Hook hook) {
      String key = hook.kind().name().toLowerCase(Locale.ROOT);
      secrets.address(hook.url(), channel.section(key, AlertKeys.HOOK).place("url"));
    } else if (service instanceof Telegram telegram) {
      secrets.word(
          telegram.token(), channel.section("telegram", AlertKeys.TELEGRAM).place("token"));
    } else if (service instanceof PagerDuty pagerDuty) {
      secrets.word(
          pagerDuty.routingKey(),
          channel.section("pagerduty", AlertKeys.PAGERDUTY).place("routing-key"));
    } else if (service instanceof Email email) {
      email
          .password()
          .ifPresent(
              password ->
                  secrets.password(
                      password, channel.section("email", AlertKeys.EMAIL).place("password")));
    }
  }
}
