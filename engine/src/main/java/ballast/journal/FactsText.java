package ballast.journal;

import ballast.strategy.Collateral;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Facts that are stored as text: paused directions and collateral tiers. */
final class FactsText {
  private FactsText() {}

  static String directions(Set<Direction> directions) {
    return directions.stream().sorted().map(Direction::name).collect(Collectors.joining(","));
  }

  static Set<Direction> directions(String text) {
    EnumSet<Direction> directions = EnumSet.noneOf(Direction.class);
    if (!text.isEmpty()) {
      for (String name : text.split(",")) {
        directions.add(Direction.valueOf(name));
      }
    }
    return directions;
  }

  static String tiers(List<Collateral.Tier> tiers) {
    return tiers.stream()
        .map(tier -> tier.floor() + " " + tier.cap() + " " + tier.rate())
        .collect(Collectors.joining(";"));
  }

  static List<Collateral.Tier> tiers(String text) {
    return Arrays.stream(text.split(";", -1)).map(FactsText::tier).toList();
  }

  private static Collateral.Tier tier(String text) {
    String[] parts = text.split(" ");
    if (parts.length != 3) {
      throw new IllegalArgumentException("a collateral tier has floor, cap and rate: " + text);
    }
    return new Collateral.Tier(Usdt.parse(parts[0]), Usdt.parse(parts[1]), Ratio.parse(parts[2]));
  }

  static Optional<Transferable> transferable(Row row) {
    return row.optional(Direction.class, "transferable_direction")
        .map(
            direction ->
                new Transferable(
                    direction,
                    row.usdt("transferable_e8"),
                    new Collateral(row.ratio("index_price_e8"), tiers(row.text("tiers")))));
  }
}
