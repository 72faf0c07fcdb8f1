package ballast.binance;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * The exchange's request limits, kept so that none is ever broken from here: each endpoint has a
 * window of its own, per IP or per account, and what the exchange reports to have counted is
 * believed when it is more. After a 429 nothing goes out for a minute at least; after a 418 nothing
 * until the ban has ended.
 *
 * <p>One budget is shared by all accounts that call from one IP. Safe for several threads. All
 * times are the given clock's, which in paper mode is the exchange's and may run fast.
 *
 * @see <a href="https://developers.binance.com/docs/margin_trading/general-info">Binance: SAPI
 *     limits</a>
 */
public final class WeightBudget {
  /** By whom the exchange counts an endpoint's weight. */
  public enum Scope {
    /** Everyone who calls from one address. */
    IP(12_000),
    /** One account, wherever it calls from. */
    UID(180_000);

    /** Weight per minute and endpoint. */
    final int limit;

    Scope(int limit) {
      this.limit = limit;
    }
  }

  /**
   * A ban by IP, kept over a restart.
   *
   * @param untilMillis when it ends; 0 when there is none
   * @param strikes how many bans came in a row with no good answer between
   */
  public record Ban(long untilMillis, int strikes) {
    public static final Ban NONE = new Ban(0, 0);
  }

  /**
   * One window as it stands.
   *
   * @param endpoint method and path
   * @param scope by whom it is counted
   * @param account whose it is; empty for {@link Scope#IP}
   * @param used weight in the last minute
   * @param limit weight allowed in a minute
   * @param closedUntilMillis before this no call goes out; 0 when open
   */
  public record Use(
      String endpoint,
      Scope scope,
      String account,
      long used,
      long limit,
      long closedUntilMillis) {}

  private record Pool(Endpoint endpoint, String account) {
    static Pool of(Endpoint endpoint, String account) {
      return new Pool(endpoint, endpoint.scope == Scope.IP ? "" : account);
    }
  }

  /** Whose pauses are those of the futures' own host; no account is called so. */
  private static final String FUTURES = "/fapi/";

  private static final int TOO_MANY = -1003;
  private static final long LEAST_PAUSE_MILLIS = 60_000;
  static final long FIRST_BAN_MILLIS = 10 * 60_000L;
  static final long LONGEST_BAN_MILLIS = 3 * 24 * 3_600_000L;
  private static final int MOST_DOUBLINGS = 9;

  private final InstantSource clock;
  private final RandomGenerator jitter;
  private final Map<Pool, SlidingMinute> windows = new HashMap<>();

  /** Pauses by the account they hold for; "" is the whole IP. */
  private final Map<String, Long> pausedUntil = new HashMap<>();

  private Ban ban;
  private long futuresBannedUntil;

  /** A budget with nothing used and no ban, whose pauses end on the dot. */
  public WeightBudget(InstantSource clock) {
    this(clock, Ban.NONE, () -> 0);
  }

  /**
   * A budget that goes on under a ban that was running when the engine stopped.
   *
   * @param jitter by how much a pause after a 429 is longer than asked, up to a tenth of it, so
   *     that whoever met the limit at one moment does not come back at one moment
   */
  public WeightBudget(InstantSource clock, Ban running, RandomGenerator jitter) {
    this.clock = clock;
    this.ban = running;
    this.jitter = jitter;
  }

  /** The ban that runs or ran last, to be kept over a restart. */
  public synchronized Ban ban() {
    return ban;
  }

  /** When the ban that runs ends; empty when none does. */
  synchronized OptionalLong bannedUntil() {
    return clock.millis() < ban.untilMillis()
        ? OptionalLong.of(ban.untilMillis())
        : OptionalLong.empty();
  }

  /** Every window that was used so far, by endpoint and account. */
  public synchronized List<Use> uses() {
    long now = clock.millis();
    List<Use> uses = new ArrayList<>();
    windows.forEach(
        (pool, window) -> {
          long closed = closedUntil(pool.endpoint(), pool.account());
          uses.add(
              new Use(
                  pool.endpoint().toString(),
                  pool.endpoint().scope,
                  pool.account(),
                  window.used(now),
                  pool.endpoint().limit(),
                  closed > now ? closed : 0));
        });
    uses.sort(Comparator.comparing(Use::endpoint).thenComparing(Use::account));
    return uses;
  }

  /** Counts a call that is about to go out; or says why it must not, and counts nothing. */
  synchronized Optional<String> refusal(Endpoint endpoint, String account) {
    long now = clock.millis();
    long closed = closedUntil(endpoint, account);
    if (now < closed) {
      String why =
          now < bannedUntil(endpoint) ? "the exchange has banned this IP" : "a limit was hit";
      return Optional.of(why + "; " + BanNotice.words(closed));
    }
    SlidingMinute window = window(endpoint, account);
    long used = window.used(now);
    if (used + endpoint.weight > endpoint.limit()) {
      return Optional.of(
          "the minute's weight is used up: %d of %d, the call needs %d"
              .formatted(used, endpoint.limit(), endpoint.weight));
    }
    window.add(now, endpoint.weight);
    return Optional.empty();
  }

  /**
   * Learns from an answer.
   *
   * @param code the exchange's error code, 0 when there was none
   */
  synchronized void learn(
      Endpoint endpoint, String account, int status, int code, LimitSignals signals) {
    long now = clock.millis();
    signals
        .used(endpoint.scope)
        .ifPresent(
            used -> window(endpoint, account).raiseTo(now, Math.min(used, endpoint.limit())));
    boolean tooMany = status == 429 || code == TOO_MANY;
    boolean banned = status == 418 || (tooMany && signals.bannedUntilMillis().isPresent());
    if (endpoint.isFutures()) {
      learnOfFutures(now, banned, tooMany || (status == 403 && code == 0), signals);
    } else if (banned) {
      ban = banned(now, signals);
    } else if (tooMany) {
      pause(Pool.of(endpoint, account).account(), now, signals);
    } else if (status == 403 && code == 0) {
      pause("", now, signals); // the firewall in front of the exchange: it counts by IP
    } else if (status == 200 && ban.strikes() > 0) {
      ban = new Ban(ban.untilMillis(), 0);
    }
  }

  /**
   * What the futures' host refuses closes that host alone: money is moved by the other, which says
   * for itself when it has had enough.
   */
  private void learnOfFutures(long now, boolean banned, boolean refused, LimitSignals signals) {
    if (banned) {
      futuresBannedUntil = banned(now, signals).untilMillis();
    } else if (refused) {
      pause(FUTURES, now, signals);
    }
  }

  private SlidingMinute window(Endpoint endpoint, String account) {
    return windows.computeIfAbsent(Pool.of(endpoint, account), pool -> new SlidingMinute());
  }

  private long closedUntil(Endpoint endpoint, String account) {
    long ip = pausedUntil.getOrDefault("", 0L);
    long own = pausedUntil.getOrDefault(endpoint.isFutures() ? FUTURES : account, 0L);
    return Math.max(bannedUntil(endpoint), Math.max(ip, own));
  }

  private long bannedUntil(Endpoint endpoint) {
    return endpoint.isFutures()
        ? Math.max(ban.untilMillis(), futuresBannedUntil)
        : ban.untilMillis();
  }

  private void pause(String account, long now, LimitSignals signals) {
    long asked = Math.min(millis(signals.retryAfterSeconds()), LONGEST_BAN_MILLIS);
    long pause = Math.max(asked, LEAST_PAUSE_MILLIS);
    pausedUntil.merge(account, now + pause + jitter.nextLong(pause / 10), Math::max);
  }

  private Ban banned(long now, LimitSignals signals) {
    long named =
        Math.max(
            now + millis(signals.retryAfterSeconds()), signals.bannedUntilMillis().orElse(now));
    long doubling = FIRST_BAN_MILLIS << Math.min(ban.strikes(), MOST_DOUBLINGS);
    long until = named > now ? named : now + doubling;
    return new Ban(Math.min(until, now + LONGEST_BAN_MILLIS), ban.strikes() + 1);
  }

  private static long millis(OptionalLong seconds) {
    return Math.multiplyExact(seconds.orElse(0), 1000L);
  }
}
