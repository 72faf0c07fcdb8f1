package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Careful;
import ballast.strategy.Collateral;
import ballast.strategy.Direction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Reads one text as each of those that stand in the journal's columns. */
final class EveryStoredText {
  static final List<String> REAL =
      List.of(
          "EARN_TO_FUTURE",
          "EARN_TO_FUTURE,FUTURE_TO_EARN",
          "0 1200000 0.999;1200000 2000000 0.975",
          "0 92233720368.54775807 1",
          "high=3.2x\nhigh-target=2.6x\nlow=1.6x\nlow-target=2x\n",
          "ab12".repeat(16));

  private EveryStoredText() {}

  /** True when some reader took it; what was taken is written as it was read. */
  static boolean read(String text) {
    Optional<Set<Direction>> directions = refused(text, FactsText::directions);
    directions.ifPresent(
        set -> assertThat(FactsText.directions(FactsText.directions(set))).isEqualTo(set));
    Optional<List<Collateral.Tier>> tiers = refused(text, FactsText::tiers);
    tiers.ifPresent(list -> assertThat(FactsText.tiers(FactsText.tiers(list))).isEqualTo(list));
    Optional<SortedMap<String, String>> parameters = refused(text, PolicyText::parse);
    parameters.ifPresent(map -> assertThat(PolicyText.parse(lines(map))).isEqualTo(map));
    Optional<byte[]> bytes = refused(text, given -> new Digest(given).bytes());
    return directions.isPresent()
        || tiers.isPresent()
        || parameters.isPresent()
        || bytes.isPresent();
  }

  private static String lines(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static <T> Optional<T> refused(String text, Careful.Reader<T> reader) {
    return Careful.read(text, reader, IllegalArgumentException.class, NumberFormatException.class);
  }
}
