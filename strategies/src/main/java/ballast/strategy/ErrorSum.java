package ballast.strategy;

/**
 * The integral of {@link PiDeadBand}: a sum of past errors of uniMMR, exact.
 *
 * @param before the sum without the last sample, to go back to while its move has not arrived
 * @param sum the sum with it
 * @param held LDUSDT in Futures when it was taken
 */
record ErrorSum(Ratio before, Ratio sum, Usdt held) implements Memory {
  static Memory recall(String text) {
    if (text.isEmpty()) {
      return Memory.NONE;
    }
    String[] parts = text.split(" ", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException(
          "a sum of errors is three numbers, got " + Quotation.of(text));
    }
    return new ErrorSum(
        Ratio.parseSigned(parts[0]), Ratio.parseSigned(parts[1]), Usdt.parse(parts[2]));
  }

  /** What the next sample is added to: a sample whose move has not arrived is taken again. */
  long carried(Usdt heldNow) {
    return heldNow.equals(held) ? before.e8() : sum.e8();
  }

  @Override
  public String text() {
    return before + " " + sum + " " + held;
  }
}
