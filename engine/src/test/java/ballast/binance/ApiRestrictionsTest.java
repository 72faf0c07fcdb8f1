package ballast.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.binance.ApiRestrictions.Flag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ApiRestrictionsTest {
  private static ApiRestrictions read(String body) throws MalformedAnswer {
    return ApiRestrictions.read(Json.parse(body));
  }

  @Test
  void readsEveryDocumentedFlag() throws MalformedAnswer {
    ApiRestrictions key = read(Desk.RESTRICTIONS);

    assertThat(key.createTimeMillis()).isEqualTo(1698645219000L);
    assertThat(key.granted()).hasSize(Flag.values().length);
    assertThat(key.has(Flag.IP_RESTRICT)).isTrue();
    assertThat(key.has(Flag.PORTFOLIO_MARGIN_TRADING)).isTrue();
    assertThat(key.has(Flag.WITHDRAWALS)).isFalse();
    assertThat(key.unknown()).isEmpty();
  }

  @Test
  void keepsUnknownPermissionsThatAreNotFalse() throws MalformedAnswer {
    ApiRestrictions key =
        read(
            Desk.RESTRICTIONS
                .strip()
                .replaceFirst(
                    "^\\{",
                    "{\"enableLasers\":true,\"permitsX\":\"true\",\"enableNone\":false,\"other\":true,"));

    assertThat(key.unknown()).containsExactly("enableLasers", "permitsX");
  }

  @ParameterizedTest
  @EnumSource(Flag.class)
  void tellsAMissingFlagFromOneThatIsOff(Flag flag) throws MalformedAnswer {
    ApiRestrictions key = read(Desk.RESTRICTIONS.replace("\"" + flag.field() + "\"", "\"x\""));

    assertThat(key.states(flag)).isFalse();
    assertThat(read(Desk.RESTRICTIONS).states(flag)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Flag.class)
  void refusesAFlagThatIsNeitherTrueNorFalse(Flag flag) {
    String odd = Desk.RESTRICTIONS.replaceFirst("(\"" + flag.field() + "\":)\\w+", "$1\"false\"");

    assertThatThrownBy(() -> read(odd)).hasMessageContaining(flag.field());
  }

  @ParameterizedTest
  @EnumSource(Flag.class)
  void readsEachFlagFromItsOwnField(Flag flag) throws MalformedAnswer {
    boolean before = read(Desk.RESTRICTIONS).has(flag);
    String field = "\"" + flag.field() + "\":";

    ApiRestrictions turned = read(Desk.RESTRICTIONS.replace(field + before, field + !before));

    assertThat(turned.has(flag)).isEqualTo(!before);
  }

  @Test
  void refusesACreationTimeOfAnotherCentury() {
    assertThatThrownBy(() -> read(Desk.RESTRICTIONS.replace("1698645219000", "1698645219")))
        .hasMessageContaining("createTime");
  }
}
