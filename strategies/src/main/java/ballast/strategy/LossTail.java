package ballast.strategy;

import java.util.ArrayList;
import java.util.List;

/**
 * The worst losses of the last windows of one check horizon each, and no more than can still become
 * the k-th worst: a loss is dropped when k later ones were worse, since it leaves the sample before
 * they do. So the k-th worst of a sliding sample is exact while about k (1 + ln(n / k)) of its n
 * losses are kept (a k-skyband: Mouratidis, Bakiras, Papadias, "Continuous monitoring of top-k
 * queries over sliding windows", SIGMOD 2006).
 *
 * @param millis when the account was last seen
 * @param equityE8 equity then, USD × 1e8
 * @param marginE8 maintenance margin then, USD × 1e8
 * @param heldE8 LDUSDT in Futures then × 1e8
 * @param sinceMillis when the running window began
 * @param running what it has lost so far, in millionths of a maintenance margin
 * @param closed how many windows are complete
 * @param worst of them, the worst first, of equal ones the later first
 */
record LossTail(
    long millis,
    long equityE8,
    long marginE8,
    long heldE8,
    long sinceMillis,
    long running,
    long closed,
    List<TailLoss> worst)
    implements Memory, Observed {
  /** Room for the k-th worst of any usual sample; what is smaller than so many is let go. */
  static final int MOST = 40;

  static final double MILLION = 1e6;

  private static final LossTail NOTHING =
      new LossTail(Observed.NEVER, 0, 0, 0, Observed.NEVER, 0, 0, List.of());
  private static final int WORDS = 8;
  private static final int RADIX = 36;

  /** More than a million margins within a step is beyond any account. */
  private static final double MOST_STEP = 1e12;

  /** What a situation brings with it; nothing at the first tick. */
  static LossTail of(Situation situation) {
    return situation.memory() instanceof LossTail tail ? tail : NOTHING;
  }

  /**
   * With this tick. A step that does not tell the account's own loss adds none.
   *
   * @param horizonMillis after which a window is complete; one that an outage made longer counts as
   *     one, because for so long nobody looked
   * @param sample how many windows count
   * @param rank k
   */
  LossTail with(Situation now, long horizonMillis, long sample, int rank) {
    if (millis == Observed.NEVER) {
      return at(now, now.nowMillis(), 0, 0, worst);
    }
    long lost = running + (tellsLossUntil(now) ? millionths(lossUntil(now)) : 0);
    return now.nowMillis() - sinceMillis < horizonMillis
        ? at(now, sinceMillis, lost, closed, worst)
        : at(now, now.nowMillis(), 0, closed + 1, worstWith(lost, sample, rank));
  }

  private static LossTail at(
      Situation now, long since, long running, long closed, List<TailLoss> worst) {
    return new LossTail(
        now.nowMillis(),
        now.equityE8(),
        now.maintenanceMarginE8(),
        now.ldusdtInFuturesE8(),
        since,
        running,
        closed,
        worst);
  }

  private static long millionths(double margins) {
    return (long) Math.ceil(Math.max(-MOST_STEP, Math.min(MOST_STEP, margins * MILLION)));
  }

  private List<TailLoss> worstWith(long lost, long sample, int rank) {
    List<TailLoss> all = new ArrayList<>(worst);
    if (lost > 0) {
      int place = 0;
      while (place < all.size() && all.get(place).millionths() > lost) {
        place++;
      }
      all.add(place, new TailLoss(closed, lost));
    }
    List<TailLoss> kept = new ArrayList<>();
    for (TailLoss loss : all) {
      if (loss.window() > closed - sample && kept.size() < MOST && later(kept, loss) < rank) {
        kept.add(loss);
      }
    }
    return List.copyOf(kept);
  }

  private static int later(List<TailLoss> worse, TailLoss loss) {
    int later = 0;
    for (TailLoss each : worse) {
      later += each.window() > loss.window() ? 1 : 0;
    }
    return later;
  }

  /** How many windows the sample has. */
  long sampled(long sample) {
    return Math.min(closed, sample);
  }

  /** The k-th worst loss in maintenance margins; 0 when fewer windows lost anything. */
  double worst(int rank) {
    return rank <= worst.size() ? worst.get(rank - 1).millionths() / MILLION : 0;
  }

  /**
   * The mean of the k worst losses in maintenance margins, of gains as if nothing had been lost.
   */
  double meanOfWorst(int rank) {
    long sum = 0;
    for (int i = 0; i < Math.min(rank, worst.size()); i++) {
      sum += worst.get(i).millionths();
    }
    return sum / MILLION / rank;
  }

  /** Eight words; windows and losses of the tail in base 36, since this is journaled at a tick. */
  @Override
  public String text() {
    StringBuilder text = new StringBuilder(observedText());
    text.append(' ').append(millis - sinceMillis).append(' ').append(running);
    text.append(' ').append(closed).append(' ');
    for (TailLoss loss : worst) {
      text.append(Long.toString(closed - loss.window(), RADIX)).append('.');
      text.append(Long.toString(loss.millionths(), RADIX)).append(',');
    }
    return text.append(';').toString();
  }

  /** Reads {@link #text}. */
  static LossTail parse(String text) {
    String[] words = text.split(" ", -1);
    if (words.length != WORDS) {
      throw new IllegalArgumentException(
          "a tail of losses has eight words, got " + Quotation.of(text));
    }
    long millis = Observed.millis(words[0]);
    long closed = whole(words[6], 10);
    return new LossTail(
        millis,
        Usdt.parseSigned(words[1]).e8(),
        Usdt.parse(words[2]).e8(),
        Usdt.parse(words[3]).e8(),
        millis - whole(words[4], 10),
        whole(words[5], 10),
        closed,
        worst(words[7], closed));
  }

  private static List<TailLoss> worst(String word, long closed) {
    if (!word.matches("([0-9a-z]{1,12}\\.[0-9a-z]{1,12},){0,40};")) {
      throw new IllegalArgumentException(
          "a tail of losses ends in pairs of base 36 and a semicolon, got " + Quotation.of(word));
    }
    List<TailLoss> worst = new ArrayList<>();
    for (String pair : word.substring(0, word.length() - 1).split(",")) {
      int point = pair.indexOf('.');
      if (point > 0) {
        worst.add(
            new TailLoss(
                closed - whole(pair.substring(0, point), RADIX),
                whole(pair.substring(point + 1), RADIX)));
      }
    }
    return List.copyOf(worst);
  }

  private static long whole(String word, int radix) {
    try {
      return Long.parseLong(word, radix);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "a tail of losses counts in whole numbers, got " + Quotation.of(word), e);
    }
  }
}
