package ballast.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One whole, checked configuration. Immutable, and printable: it says where secrets are and never
 * what they are.
 *
 * @param dir absolute folder of journal, lock and backups; not created yet
 * @param warnings plain lines for the operator about what is allowed and unwise
 */
public record Config(
    Mode mode,
    Path dir,
    Database database,
    Exchange exchange,
    Web web,
    List<AccountConfig> accounts,
    AlertsConfig alerts,
    List<String> warnings) {
  public Config {
    accounts = List.copyOf(accounts);
    warnings = List.copyOf(warnings);
  }

  /** How far a decision goes. */
  public enum Mode {
    /** Reads and decides, moves nothing. */
    DRY_RUN("dry-run", "https://api.binance.com"),
    /** Moves on the paper exchange. */
    PAPER("paper", "http://127.0.0.1:18080"),
    /** Moves money. */
    LIVE("live", "https://api.binance.com");

    private final String text;
    private final String rest;

    Mode(String text, String rest) {
      this.text = text;
      this.rest = rest;
    }

    /** As the file writes it. */
    public String text() {
      return text;
    }

    /** The exchange's address where none is given. */
    String rest() {
      return rest;
    }
  }

  /**
   * Where the journal is.
   *
   * @param url empty: H2 under {@code dir}; else jdbc:postgresql://… without a password
   * @param password where PostgreSQL's password is, where it needs one
   */
  public record Database(Optional<String> url, Optional<SecretSource> password) {}

  /**
   * The key {@code venue}: which exchange is spoken to.
   *
   * @param rest base address, without a path
   * @param recvWindow how late the exchange may still accept a request
   */
  public record Exchange(URI rest, Duration recvWindow) {
    /** Its kind: {@code live} for the exchange itself, {@code paper} for one on this machine. */
    public String environment() {
      return "https".equals(rest.getScheme()) ? "live" : "paper";
    }

    /** Tells exchanges apart: all hosts of the live one are one, paper exchanges differ by port. */
    public String identity() {
      return environment().equals("live")
          ? environment()
          : environment() + "-" + (rest.getPort() < 0 ? 80 : rest.getPort());
    }
  }

  /**
   * Where dashboard, health and metrics are served.
   *
   * @param port 0: off
   * @param bind the address to listen on
   * @param hosts names, with their ports, by which it may be asked for besides loopback's
   */
  public record Web(int port, String bind, List<String> hosts) {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\..*|::1");

    public Web {
      hosts = List.copyOf(hosts);
    }

    /** True when other machines may reach it, as far as it is up to the address. */
    boolean isOpen() {
      return port != 0 && !LOOPBACK.matcher(bind).matches();
    }
  }
}
