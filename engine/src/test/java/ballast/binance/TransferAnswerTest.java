package ballast.binance;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.venue.TransferOutcome;
import ballast.venue.TransferOutcome.Done;
import ballast.venue.TransferOutcome.NotSent;
import ballast.venue.TransferOutcome.Rejected;
import ballast.venue.TransferOutcome.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The classification alone, without a wire. */
class TransferAnswerTest {
  private static final Trip TRIP = new Trip(0, 0, 0);

  @Test
  void isDoneByTheDocumentedSuccessAlone() {
    assertThat(answered(200, "{\"msg\":\"success\"}")).isEqualTo(new Done());
    assertThat(answered(200, "{\"msg\":\"success\",\"code\":-1}"))
        .isEqualTo(new Unknown("HTTP 200 without the documented success"));
    assertThat(answered(201, "{\"msg\":\"success\"}"))
        .isEqualTo(new Unknown("HTTP 201 without an error code"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"msg\":\"Success\"}", "{\"msg\":true}", "[\"success\"]", "{}"})
  void isUnknownByAnyOther200(String body) {
    assertThat(answered(200, body))
        .isEqualTo(new Unknown("HTTP 200 without the documented success"));
  }

  @Test
  void isUnknownByA200ThatIsNoJson() {
    assertThat(answered(200, "<html>"))
        .isEqualTo(new Unknown("HTTP 200 with not valid JSON (6 characters)"));
  }

  @Test
  void isNotSentOnlyWhereNothingWasWritten() {
    assertThat(TransferAnswer.classify(new Sent.Withheld("budget")))
        .isEqualTo(new NotSent("budget"));
    for (Sent.Loss loss : Sent.Loss.values()) {
      assertThat(TransferAnswer.classify(new Sent.Lost(loss, "lost")))
          .isEqualTo(loss == Sent.Loss.NOTHING_WRITTEN ? new NotSent("lost") : new Unknown("lost"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "399, false", "400, true", "401, true", "407, true", "408, false", "409, true", "418, true",
    "420, true", "421, false", "422, true", "429, true", "499, true", "500, false", "503, false",
    "302, false", "204, false"
  })
  void isRejectedByACheckedParameterOnlyInA4xxOfTheExchangeItself(int status, boolean rejected) {
    assertThat(answered(status, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}"))
        .isEqualTo(
            rejected
                ? new Rejected(-1121, "Invalid symbol.")
                : new Unknown("HTTP " + status + " -1121 Invalid symbol."));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1000, -1006, -1007, -1099999, -1200, -999, 1121, 21})
  void isUnknownByACodeThatProvesNothing(int code) {
    assertThat(answered(400, "{\"code\":" + code + ",\"msg\":\"x\"}"))
        .isEqualTo(new Unknown("HTTP 400 " + code + " x"));
  }

  @ParameterizedTest
  @CsvSource({
    "-1099, FATAL", "-1100, REFUSED", "-1131, FATAL", "-1199, REFUSED", "-1200, UNKNOWN",
    "-1021, CLOCK", "-1003, BACK_OFF", "-1010, REFUSED", "-2015, FATAL", "-1007, UNKNOWN",
    "-3041, REFUSED", "-5002, REFUSED", "-6003, REFUSED", "-6015, REFUSED", "0, UNKNOWN"
  })
  void knowsACodeByItsDocumentedMeaning(int code, ErrorClass expected) {
    assertThat(ErrorClass.of(code)).isEqualTo(expected);
    assertThat(expected.provesNothingMoved()).isEqualTo(expected != ErrorClass.UNKNOWN);
  }

  private static TransferOutcome answered(int status, String body) {
    return TransferAnswer.classify(new Sent.Answer(status, body, TRIP));
  }
}
