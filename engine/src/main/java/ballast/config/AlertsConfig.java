package ballast.config;

import ballast.alert.Cadence;
import ballast.alert.DailyTime;
import ballast.alert.Levels;
import ballast.alert.Severity;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who is told when something is wrong. Immutable and printable: it says where addresses and
 * passwords are and never what they are.
 *
 * @param engine how notices name this engine
 * @param levels where an observation becomes a condition
 * @param cadence how often a condition is told
 * @param digest when the daily digest comes; empty: never
 * @param heartbeat what is called while all is well; empty: nothing
 * @param channels who is told; none: nobody
 */
public record AlertsConfig(
    String engine,
    Levels levels,
    Cadence cadence,
    Optional<DailyTime> digest,
    Optional<Pulse> heartbeat,
    List<Outlet> channels) {
  public AlertsConfig {
    channels = List.copyOf(channels);
  }

  /** True when nobody is told, whatever happens. */
  public boolean isSilent() {
    return channels.isEmpty() && heartbeat.isEmpty();
  }

  /**
   * The dead man's switch.
   *
   * @param url where the address is
   * @param every how long between two calls
   */
  public record Pulse(SecretSource url, Duration every) {}

  /**
   * A channel.
   *
   * @param atLeast what is less grave is not told there
   */
  public record Outlet(String name, Severity atLeast, Service service) {}

  /** What is behind a channel. */
  public sealed interface Service {
    /** What must be read to use it. */
    Optional<SecretSource> secret();
  }

  /**
   * A service whose address is its secret.
   *
   * @param kind what it wants to read
   */
  public record Hook(Kind kind, SecretSource url) implements Service {
    /** What a hook wants to read. */
    public enum Kind {
      WEBHOOK,
      SLACK,
      DISCORD
    }

    @Override
    public Optional<SecretSource> secret() {
      return Optional.of(url);
    }
  }

  /** A chat of a Telegram bot. */
  public record Telegram(SecretSource token, String chat, URI api) implements Service {
    @Override
    public Optional<SecretSource> secret() {
      return Optional.of(token);
    }
  }

  /** A PagerDuty service. */
  public record PagerDuty(SecretSource routingKey, URI api) implements Service {
    @Override
    public Optional<SecretSource> secret() {
      return Optional.of(routingKey);
    }
  }

  /**
   * E-mail by SMTP.
   *
   * @param user with {@code password}, where the server wants to know who it is
   */
  public record Email(
      String host,
      int port,
      Security security,
      Optional<String> user,
      Optional<SecretSource> password,
      String from,
      List<String> to)
      implements Service {
    public Email {
      to = List.copyOf(to);
    }

    /** How the way to the server is guarded. */
    public enum Security {
      TLS,
      STARTTLS,
      NONE
    }

    @Override
    public Optional<SecretSource> secret() {
      return password;
    }
  }
}
