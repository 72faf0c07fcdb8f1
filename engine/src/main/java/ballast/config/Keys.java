package ballast.config;

import ballast.config.Form.Group;
import ballast.config.Form.Listed;
import ballast.config.Form.Quantity;
import ballast.config.Form.Reasons;
import ballast.config.Form.Settings;
import ballast.config.Form.Source;
import ballast.config.Form.Text;
import ballast.config.Form.Whole;
import ballast.config.Form.Word;
import ballast.strategy.Parameter.Kind;
import java.util.Arrays;
import java.util.List;

/**
 * Every key there is, with its form and default: the reader, the schema and the documentation's
 * test all follow this one table.
 */
final class Keys {
  private static final Text ANY_TEXT =
      new Text("^\\S(.{0,298}\\S)?$", "text of 1 to 300 characters");
  private static final Quantity MONEY = new Quantity(Kind.MONEY);
  private static final Quantity DURATION = new Quantity(Kind.DURATION);

  static final Group VENUE =
      group(
          Key.optional(
              "rest",
              new Text("^https?://\\S{1,200}$", "an address such as https://api.binance.com"),
              "Base address of the exchange. Left out: https://api.binance.com, and in paper mode"
                  + " http://127.0.0.1:18080."),
          Key.defaulted(
              "recv-window",
              DURATION,
              "5s",
              "How late the exchange may still accept a request; 1s to 5s live, to 60s otherwise."));

  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";

  static final Group WEB =
      group(
          Key.defaulted(
              "port",
              new Whole(0, 65535),
              "8787",
              "Port of the dashboard, /health, /ready and /metrics; 0 turns it off."),
          Key.defaulted(
              "bind",
              new Text(
                  "^(localhost|" + OCTET + "(\\." + OCTET + "){3}|[0-9a-f]*:[0-9a-f:]{1,38})$",
                  "an address of this machine, as in 127.0.0.1"),
              "127.0.0.1",
              "Address to listen on; beyond loopback only behind a fence of your own, as in a"
                  + " container. From afar use an SSH tunnel."),
          Key.optional(
              "hosts",
              new Listed(
                  new Text(
                      "^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?|\\[[0-9a-f:]{2,39}\\])(:[1-9][0-9]{0,4})?$",
                      "a name in small letters and its port, as in engine:8787"),
                  0,
                  32),
              "Names besides loopback's by which it may be asked for, as in engine:8787; other"
                  + " names are answered with 421."));

  static final Group LIMITS =
      group(
          Key.defaulted("per-transfer", MONEY, "50000 USDT", "Most LDUSDT in one transfer."),
          Key.defaulted(
              "per-day",
              MONEY,
              "500000 USDT",
              "Most LDUSDT moved in one UTC day, both directions together."),
          Key.defaulted("min-transfer", MONEY, "10 USDT", "Least LDUSDT worth a transfer."),
          Key.defaulted("min-gap", DURATION, "5m", "Least time between two moves."),
          Key.defaulted(
              "max-snapshot-age", DURATION, "15s", "Oldest reading of the account to act on."),
          Key.defaulted(
              "fingerprint-decimals",
              new Whole(0, 8),
              "8",
              "Decimals that the exchange accepts, of which the last four at most mark each amount"
                  + " so that it is known again; 0 leaves amounts unmarked."),
          Key.optional(
              "emergency-below",
              new Quantity(Kind.RATIO),
              "uniMMR below which a rescue need not wait for min-gap. Left out: it always waits."));

  static final Group ACCOUNT =
      new Group(
          List.of(
              Key.required(
                  "id",
                  new Text("^[a-z0-9-]{1,32}$", "1 to 32 of a-z, 0-9 and -, as in main"),
                  "Name of the account in journal, reports and commands."),
              Key.required("api-key", Source.STORED, "Where the API key is."),
              Key.optional("secret", Source.STORED, "Where the HMAC secret is."),
              Key.optional(
                  "private-key",
                  Source.STORED,
                  "Where the Ed25519 or RSA private key is (PEM, or in a PKCS#12 store), instead"
                      + " of secret."),
              Key.optional(
                  "keystore-passphrase",
                  Source.PLAIN,
                  "Where the passphrase of the PKCS#12 stores is, when a place above is one."),
              Key.optional(
                  "key-exceptions",
                  new Reasons(
                      "^(enable|permits)[A-Z][A-Za-z]{1,60}$",
                      "a permission by the exchange's name, as in enableSpotAndMarginTrading"),
                  "Permissions that the key may have beyond what is needed, each with the reason."),
              Key.required(
                  "schedule",
                  ANY_TEXT,
                  "When to look: every 30s, or cron with zone: cron 0/30 * * * * ? UTC."),
              Key.optional(
                  "blackout",
                  new Listed(ANY_TEXT, 0, 32),
                  "Times in which nothing is looked at or moved."),
              Key.required(
                  "strategy",
                  new Text("^[a-z0-9-]{1,64}$", "the name of a strategy, as in target-band"),
                  "Name of the strategy; the command strategies lists them."),
              Key.optional("parameters", new Settings(), "The strategy's parameters."),
              Key.optional(
                  "limits",
                  LIMITS,
                  "What holds whatever the strategy says. In live mode every cap must be given."),
              Key.optional(
                  "acknowledge-worse-than-doing-nothing",
                  Reasons.REASON,
                  "Why the account may start live although stress found doing nothing better.")),
          List.of("secret", "private-key"));

  static final Group ROOT =
      group(
          Key.defaulted(
              "mode",
              new Word(Arrays.stream(Config.Mode.values()).map(Config.Mode::text).toList()),
              "dry-run",
              "dry-run reads and decides and moves nothing; paper moves on the paper exchange;"
                  + " live moves money."),
          Key.defaulted(
              "dir",
              ANY_TEXT,
              "./data",
              "Folder of journal, lock and backups, beside this file unless absolute."),
          Key.defaulted(
              "database",
              new Text(
                  "^(jdbc:postgresql://\\S{1,300})?$", "empty, or jdbc:postgresql://host/name"),
              "",
              "Empty: H2 under dir; or jdbc:postgresql://host/name?user=name."),
          Key.optional("database-password", Source.PLAIN, "Where the password of PostgreSQL is."),
          Key.optional("venue", VENUE, "The exchange."),
          Key.optional("web", WEB, "Dashboard, health and metrics."),
          Key.optional("alerts", AlertKeys.ALERTS, "Who is told when something is wrong."),
          Key.required("accounts", new Listed(ACCOUNT, 1, 32), "The accounts to keep, 1 to 32."));

  private Keys() {}

  private static Group group(Key... keys) {
    return new Group(List.of(keys), List.of());
  }
}
