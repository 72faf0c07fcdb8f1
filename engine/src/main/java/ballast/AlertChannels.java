package ballast;

import ballast.config.AlertAddress;
import ballast.config.AlertsConfig;
import ballast.config.AlertsConfig.Email;
import ballast.config.AlertsConfig.Hook;
import ballast.config.AlertsConfig.Outlet;
import ballast.config.AlertsConfig.PagerDuty;
import ballast.config.AlertsConfig.Service;
import ballast.config.AlertsConfig.Telegram;
import ballast.config.ConfigException;
import ballast.config.Secret;
import ballast.config.SecretSource;
import ballast.notify.Channel;
import ballast.notify.Mail;
import ballast.notify.Posts;
import ballast.notify.Webhook;
import ballast.notify.Webhook.Label;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes the channels of a configuration, each with its secret. */
record AlertChannels(AlertsConfig alerts, Posts posts) {
  /**
   * @throws ConfigException when a secret cannot be read, or something is no address
   */
  List<Channel> all() {
    return alerts.channels().stream().map(this::channel).toList();
  }

  /** What is called while all is well. */
  Optional<URI> heartbeat() {
    return alerts.heartbeat().map(pulse -> address(pulse.url()));
  }

  private Channel channel(Outlet outlet) {
    Label label = new Label(alerts.engine(), outlet.name(), outlet.atLeast());
    Service service = outlet.service();
    try {
      return service instanceof Email email ? mail(label, email) : webhook(label, service);
    } catch (IllegalArgumentException e) {
      throw new ConfigException("alerts: channel " + outlet.name() + ": " + e.getMessage());
    }
  }

  private Webhook webhook(Label label, Service service) {
    if (service instanceof Hook hook) {
      URI address = address(hook.url());
      return switch (hook.kind()) {
        case WEBHOOK -> Webhook.plain(label, address, posts);
        case SLACK -> Webhook.slack(label, address, posts);
        case DISCORD -> Webhook.discord(label, address, posts);
      };
    }
    if (service instanceof Telegram telegram) {
      return Webhook.telegram(
          label, telegram.api(), text(telegram.token()), telegram.chat(), posts);
    }
    PagerDuty pagerDuty = (PagerDuty) service;
    return Webhook.pagerDuty(label, pagerDuty.api(), text(pagerDuty.routingKey()), posts);
  }

  private static Mail mail(Label label, Email email) {
    Mail.Server server =
        new Mail.Server(
            email.host(),
            email.port(),
            Mail.Security.valueOf(email.security().name()),
            email.user().map(user -> new Mail.Login(user, text(email.password().orElseThrow()))));
    return new Mail(label, server, email.from(), email.to());
  }

  private static URI address(SecretSource source) {
    try (Secret secret = source.read()) {
      return AlertAddress.of(secret);
    }
  }

  private static String text(SecretSource source) {
    try (Secret secret = source.read()) {
      byte[] bytes = secret.bytes();
      String text = new String(bytes, StandardCharsets.UTF_8);
      Arrays.fill(bytes, (byte) 0);
      return text;
    }
  }
}
