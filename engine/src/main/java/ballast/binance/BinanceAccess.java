package ballast.binance;

import java.net.URI;
import java.time.Duration;

/**
 * Where one account is reached and by what key.
 *
 * @param account Ballast's own name of the account; weights per account are counted under it
 * @param base scheme and host, such as {@code https://api.binance.com}; cleartext http for loopback
 *     hosts alone
 * @param apiKey the public half of the key, sent as a header; not shown by {@link #toString}
 * @param signer signs with its secret half
 * @param span whether it is a SPAN account ({@code PM_3}), read by the second version of the call
 * @param recvWindow how long after its timestamp the exchange may still accept a request, at most
 *     60 s
 * @param collateralMaxAge how old the collateral tiers may be when they are used
 * @param timeouts of each call
 */
public record BinanceAccess(
    String account,
    URI base,
    String apiKey,
    Signer signer,
    boolean span,
    Duration recvWindow,
    Duration collateralMaxAge,
    Timeouts timeouts) {
  private static final Duration LONGEST_RECV_WINDOW = Duration.ofSeconds(60);

  public BinanceAccess {
    Hosts.require(base);
    if (apiKey.isBlank() || !apiKey.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException(
          "the API key of account " + account + " is empty or holds spaces or special characters");
    }
    if (recvWindow.toMillis() <= 0 || recvWindow.compareTo(LONGEST_RECV_WINDOW) > 0) {
      throw new IllegalArgumentException(
          "recvWindow must lie in 1 ms to 60 s, got " + recvWindow.toMillis() + " ms");
    }
    if (collateralMaxAge.isNegative()) {
      throw new IllegalArgumentException(
          "the age of the collateral tiers must not be negative, got " + collateralMaxAge);
    }
  }

  /** With the settings that suit a live account: recvWindow 5 s, tiers at most an hour old. */
  public static BinanceAccess of(String account, URI base, String apiKey, Signer signer) {
    return new BinanceAccess(
        account,
        base,
        apiKey,
        signer,
        false,
        Duration.ofSeconds(5),
        Duration.ofHours(1),
        Timeouts.DEFAULT);
  }

  /** The same with other time-outs. */
  public BinanceAccess with(Timeouts other) {
    return new BinanceAccess(
        account, base, apiKey, signer, span, recvWindow, collateralMaxAge, other);
  }

  /** The same, read as a SPAN account. */
  public BinanceAccess withSpan() {
    return new BinanceAccess(
        account, base, apiKey, signer, true, recvWindow, collateralMaxAge, timeouts);
  }

  @Override
  public String toString() {
    return "BinanceAccess[" + account + " at " + base + " by " + signer + "]";
  }
}
