package ballast.strategy;

import java.util.Random;

/** Random numbers that can be had again: the seed stands in every failure's message. */
final class Seeds {
  /** Another one is tried with {@code -Dballast.seed=…}. */
  static final long SEED = Long.getLong("ballast.seed", 20200312L);

  private Seeds() {}

  static Random random() {
    return new Random(SEED);
  }

  /** A long of any size and sign: as many small ones as large ones. */
  static long anyLong(Random random) {
    return random.nextLong() >> random.nextInt(64);
  }

  /** A number from 0 to the bound, of any size. */
  static long upTo(long bound, Random random) {
    return Math.floorMod(random.nextLong() >>> random.nextInt(63), bound + 1);
  }

  static String at(int index) {
    return "seed " + SEED + ", case " + index;
  }
}
