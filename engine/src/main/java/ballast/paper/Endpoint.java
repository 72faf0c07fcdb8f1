package ballast.paper;

import ballast.paper.WeightBudget.Kind;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * One path of the exchange: what it costs, who may call it, and what answers.
 *
 * @param budget whose weight is counted
 * @param weight of this request
 * @param security what the caller must show
 * @param answer the body to write as JSON
 */
record Endpoint(
    Kind budget,
    ToIntFunction<WireRequest> weight,
    Security security,
    Function<Call, Object> answer) {

  /** The exchange's security types, as far as they are used here. */
  enum Security {
    NONE,
    /** A known API key, no signature. */
    MARKET_DATA,
    /** A signature by a key that may read. */
    USER_DATA,
    /** A signature by a key that may move funds in Portfolio Margin. */
    TRADE
  }

  /**
   * A request that was let in.
   *
   * @param request what was asked
   * @param exchange the caller's account, advanced to now; without a key the first one
   * @param login who asks; without a key the first one
   * @param nowMillis the exchange's time
   */
  record Call(WireRequest request, PaperExchange exchange, PaperLogin login, long nowMillis) {}
}
