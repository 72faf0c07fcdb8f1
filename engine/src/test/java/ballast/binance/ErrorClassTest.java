package ballast.binance;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.venue.VenueFailure;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pins what every documented code is taken to prove. */
final class ErrorClassTest {
  private static final String[] PINNED = {
    "UNKNOWN: -1000 -1001 -1004 -1006 -1007 -1008",
    "UNKNOWN: -2010 -2011 -2013 -3000 -3007 -3029 -3044 -5010 -5012",
    "UNKNOWN: -6010 -6013 -6014 -6019 -21003 -21004 -21005 -21006",
    "UNKNOWN: 0 1 200 100001003 200003903 400002 -1 -999 -1200 -987654 -21008 -21010",
    "BACK_OFF: -1003 -1015 -4005 -6009 -12014",
    "CLOCK: -1021",
    "FATAL: -1002 -1016 -1020 -1022 -1099 -1131 -2014 -2015 -21001 -21002",
    "REFUSED: -1010 -1013 -1014",
    "REFUSED: -1100 -1101 -1102 -1103 -1104 -1105 -1106 -1111 -1121 -1125 -1127 -1128 -1130 -1199",
    "REFUSED: -3005 -3019 -3020 -3023 -3027 -3041 -3043 -5002 -5003 -5007 -5011",
    "REFUSED: -6003 -6004 -6005 -6006 -6007 -6008 -6011 -6012 -6015 -6016 -6017 -6018 -6020",
    "REFUSED: -21007"
  };

  static Stream<Arguments> pinned() {
    return Arrays.stream(PINNED)
        .map(line -> line.split(": "))
        .flatMap(
            parts ->
                Arrays.stream(parts[1].split(" "))
                    .map(
                        code ->
                            Arguments.of(Integer.parseInt(code), ErrorClass.valueOf(parts[0]))));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("pinned")
  void hasItsClass(int code, ErrorClass expected) {
    assertThat(ErrorClass.of(code)).isEqualTo(expected);
  }

  @Test
  void listsNoCodeThatIsNotPinnedHere() {
    assertThat(IntStream.rangeClosed(-30_000, 1_000))
        .filteredOn(code -> ErrorClass.of(code).provesNothingMoved())
        .filteredOn(code -> code > -1100 || code <= -1200)
        .allMatch(code -> pinned().anyMatch(arguments -> arguments.get()[0].equals(code)));
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSED, REFUSED, true",
    "BACK_OFF, THROTTLED, true",
    "CLOCK, REFUSED, true",
    "FATAL, FORBIDDEN, true",
    "UNKNOWN, UNREACHABLE, false"
  })
  void saysHowAReadingFailsAndWhetherATransferIsSettled(
      ErrorClass of, VenueFailure.Kind kind, boolean proven) {
    assertThat(of.kind).isEqualTo(kind);
    assertThat(of.provesNothingMoved()).isEqualTo(proven);
  }
}
