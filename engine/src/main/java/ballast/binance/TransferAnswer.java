package ballast.binance;

import ballast.venue.TransferOutcome;
import java.util.Optional;

/**
 * What is known of a transfer after it was sent once. Done needs the one documented success;
 * rejected needs a 4xx with a code that proves that nothing was moved; everything else, new codes
 * included, is unknown.
 */
final class TransferAnswer {
  private TransferAnswer() {}

  static TransferOutcome classify(Sent sent) {
    if (sent instanceof Sent.Withheld withheld) {
      return new TransferOutcome.NotSent(withheld.cause());
    }
    if (sent instanceof Sent.Lost lost) {
      return lost.loss() == Sent.Loss.NOTHING_WRITTEN
          ? new TransferOutcome.NotSent(lost.cause())
          : new TransferOutcome.Unknown(lost.cause());
    }
    Sent.Answer answer = (Sent.Answer) sent;
    return answer.status() == 200 ? success(answer.body()) : refusal(answer);
  }

  private static TransferOutcome success(String body) {
    try {
      boolean done =
          Json.parse(body) instanceof Json.Members members
              && new Json.Text("success").equals(members.byName().get("msg"))
              && !members.byName().containsKey("code");
      return done
          ? new TransferOutcome.Done()
          : new TransferOutcome.Unknown("HTTP 200 without the documented success");
    } catch (MalformedAnswer e) {
      return new TransferOutcome.Unknown("HTTP 200 with " + e.getMessage());
    }
  }

  private static TransferOutcome refusal(Sent.Answer answer) {
    Optional<ExchangeError> error = ExchangeError.parse(answer.body());
    if (error.isEmpty()) {
      return new TransferOutcome.Unknown("HTTP " + answer.status() + " without an error code");
    }
    int code = error.get().code();
    String message = error.get().message();
    return isRefusal(answer.status()) && ErrorClass.of(code).provesNothingMoved()
        ? new TransferOutcome.Rejected(code, message)
        : new TransferOutcome.Unknown("HTTP " + answer.status() + " " + code + " " + message);
  }

  /** 408 and 421 come from machines in between, which cannot know what the exchange did. */
  private static boolean isRefusal(int status) {
    return status >= 400 && status < 500 && status != 408 && status != 421;
  }
}
