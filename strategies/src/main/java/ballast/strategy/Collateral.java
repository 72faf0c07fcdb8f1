package ballast.strategy;

import java.math.RoundingMode;
import java.util.List;

/**
 * What LDUSDT counts for as margin: its index price and its tiered collateral rate, {@code GET
 * /sapi/v2/portfolio/collateralRate}. A unit of LDUSDT that lies in a tier counts index price ×
 * that tier's rate; beyond the last tier it counts nothing.
 *
 * @param indexPrice USD for one LDUSDT, positive
 * @param tiers ascending, the first from zero, each beginning where the one before it ends
 */
public record Collateral(Ratio indexPrice, List<Tier> tiers) {
  /**
   * One step of the table.
   *
   * @param floor LDUSDT from which the rate holds
   * @param cap LDUSDT up to which it holds, more than the floor
   * @param rate fraction of its value that counts, 0 to 1
   */
  public record Tier(Usdt floor, Usdt cap, Ratio rate) {
    public Tier {
      if (floor.isNegative() || cap.compareTo(floor) <= 0) {
        throw new IllegalArgumentException(
            "a collateral tier must rise from its floor, got " + floor + " to " + cap);
      }
      if (rate.compareTo(Ratio.ZERO) < 0 || rate.compareTo(Ratio.ONE) > 0) {
        throw new IllegalArgumentException("a collateral rate must lie in 0 to 1, got " + rate);
      }
    }
  }

  public Collateral {
    if (!indexPrice.isPositive()) {
      throw new IllegalArgumentException("an index price must be positive, got " + indexPrice);
    }
    tiers = List.copyOf(tiers);
    Usdt next = Usdt.ZERO;
    for (Tier tier : tiers) {
      if (!tier.floor().equals(next)) {
        throw new IllegalArgumentException(
            "collateral tiers must join: one ends at "
                + next
                + ", the next begins at "
                + tier.floor());
      }
      next = tier.cap();
    }
    if (tiers.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one collateral tier");
    }
  }

  /**
   * What this much LDUSDT in the futures wallet adds to equity, USD, rounded down in every tier.
   */
  public Usdt value(Usdt held) {
    Usdt value = Usdt.ZERO;
    for (Tier tier : tiers) {
      Usdt inTier = held.min(tier.cap()).minus(tier.floor());
      if (!inTier.isPositive()) {
        break;
      }
      value = value.plus(inTier.times(worth(tier), RoundingMode.FLOOR));
    }
    return value;
  }

  /**
   * How much LDUSDT to add to what is held so that equity rises by {@code equity}, rounded down.
   * Where the tiers cannot give that much, as much as still counts.
   */
  public Usdt toRaise(Usdt equity, Usdt held) {
    Usdt amount = Usdt.ZERO;
    Usdt missing = equity;
    for (Tier tier : tiers) {
      Usdt room = tier.cap().minus(tier.floor().max(held));
      if (!room.isPositive() || !missing.isPositive()) {
        continue;
      }
      Ratio worth = worth(tier);
      if (!worth.isPositive()) {
        break;
      }
      Usdt step = missing.dividedByClamped(worth, RoundingMode.FLOOR).min(room);
      amount = amount.plus(step);
      missing =
          step.equals(room) ? missing.minus(step.times(worth, RoundingMode.CEILING)) : Usdt.ZERO;
    }
    return amount;
  }

  /**
   * How much LDUSDT may be taken from what is held so that equity falls by at most {@code equity},
   * rounded down; never more than is held. What counts for nothing goes first, free.
   */
  public Usdt toLower(Usdt equity, Usdt held) {
    Usdt amount = held.minus(tiers.get(tiers.size() - 1).cap()).max(Usdt.ZERO);
    Usdt surplus = equity;
    for (int i = tiers.size() - 1; i >= 0; i--) {
      Tier tier = tiers.get(i);
      Usdt inTier = held.min(tier.cap()).minus(tier.floor());
      if (!inTier.isPositive()) {
        continue;
      }
      Ratio worth = worth(tier);
      Usdt step =
          worth.isPositive()
              ? surplus.dividedByClamped(worth, RoundingMode.FLOOR).min(inTier)
              : inTier;
      amount = amount.plus(step.max(Usdt.ZERO));
      if (step.compareTo(inTier) < 0) {
        break;
      }
      surplus = surplus.minus(step.times(worth, RoundingMode.CEILING));
    }
    return amount;
  }

  private Ratio worth(Tier tier) {
    return indexPrice.times(tier.rate(), RoundingMode.FLOOR);
  }
}
