package ballast.binance;

import ballast.binance.KeyGate.Finding;
import ballast.venue.ApiCall;
import ballast.venue.Reading;
import ballast.venue.VenueFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks again and again what a running account's key may do: at the first tick, every six hours of
 * the engine's clock, after the exchange has refused the key, and at every tick while the key does
 * not pass, which costs a weight of 1. When it is another key than before, or may do other things,
 * the account's moves are stopped before that tick can decide. Used by one thread at a time, the
 * account's.
 */
public final class KeyWatch {
  static final Duration EVERY = Duration.ofHours(6);
  private static final int KEY_REFUSED = -2015;
  private static final Logger log = LoggerFactory.getLogger(KeyWatch.class);

  private final String account;
  private final Function<ApiRestrictions, List<Finding>> gate;
  private final InstantSource clock;
  private final Consumer<String> stop;
  private Optional<ApiRestrictions> known = Optional.empty();
  private List<Finding> refused = List.of();
  private long askedMillis;
  private boolean answered = true;
  private boolean due = true;

  /**
   * @param gate what else forbids to move by the key, beside a change
   * @param clock the engine's
   * @param stop stops all moves of the account, durably, and is told why in one line; with the same
   *     line at every tick while the key does not pass, so that a stop which was lifted comes back
   */
  public KeyWatch(
      String account,
      Function<ApiRestrictions, List<Finding>> gate,
      InstantSource clock,
      Consumer<String> stop) {
    this.account = account;
    this.gate = gate;
    this.clock = clock;
    this.stop = stop;
  }

  /** Hears of every call that went out. */
  void saw(ApiCall call) {
    due |= call.code() == KEY_REFUSED;
  }

  /**
   * Asks, when that is due. An answer that does not come stops nothing, for a margin that needs
   * help cannot wait for it, and a live start has read one; it is asked for again at the next tick.
   * Only a key that was read and did not pass stays stopped until it is read to pass.
   *
   * @return why the tick in hand must not go on, if so
   */
  Optional<VenueFailure> review(Supplier<Reading<ApiRestrictions>> ask) {
    long now = clock.millis();
    if (!due && now >= askedMillis && now - askedMillis < EVERY.toMillis()) {
      return Optional.empty();
    }
    return ask.get().match(key -> judge(key, now), this::unread);
  }

  private Optional<VenueFailure> unread(VenueFailure failure) {
    if (answered) {
      log.warn("{}: what the key may do could not be read: {}", account, failure.detail());
    }
    answered = false;
    due = true;
    return stopped(refused);
  }

  /**
   * A key that does not pass is compared with the one before it until it does, and due till then.
   */
  private Optional<VenueFailure> judge(ApiRestrictions key, long now) {
    List<Finding> refusals = gate.apply(key);
    List<Finding> findings =
        new ArrayList<>(known.map(before -> KeyGate.changes(before, key)).orElse(List.of()));
    findings.addAll(refusals);
    Optional<VenueFailure> stopped = stopped(findings);
    answered = true;
    due = !refusals.isEmpty();
    refused = due ? findings : List.of();
    if (!due) {
      known = Optional.of(key);
      askedMillis = now;
    }
    return stopped;
  }

  private Optional<VenueFailure> stopped(List<Finding> findings) {
    if (findings.isEmpty()) {
      return Optional.empty();
    }
    String why = findings.stream().map(Finding::toString).collect(Collectors.joining("; "));
    if (!findings.equals(refused)) {
      log.error("{}: the API key stops all moves: {}", account, why);
    }
    stop.accept("API key: " + why);
    return Optional.of(
        new VenueFailure(
            VenueFailure.Kind.FORBIDDEN,
            "the API key stops all moves: "
                + findings.stream()
                    .map(Finding::flag)
                    .distinct()
                    .collect(Collectors.joining(", "))));
  }
}
