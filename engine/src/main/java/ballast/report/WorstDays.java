package ballast.report;

import ballast.backtest.Move;
import ballast.backtest.Trace;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The UTC days of a backtest, and which were the worst. Confined to one thread. */
final class WorstDays {
  private static final long DAY_MILLIS = 86_400_000;

  private final TreeMap<Long, Day> days = new TreeMap<>();
  private @Nullable Usdt net;

  /** What happened on one day. */
  private static final class Day {
    Ratio lowest = new Ratio(Long.MAX_VALUE);
    Usdt market = Usdt.ZERO;
    Usdt intoFutures = Usdt.ZERO;
    Usdt backToEarn = Usdt.ZERO;
  }

  /**
   * A day as the page shows it.
   *
   * @param market change of equity that is not from LDUSDT
   */
  record Told(
      String date,
      String lowest,
      String alone,
      String market,
      String intoFutures,
      String backToEarn) {}

  void add(Trace trace) {
    Day day = day(trace.timeMillis());
    day.lowest = trace.lowestUniMmr().compareTo(day.lowest) < 0 ? trace.lowestUniMmr() : day.lowest;
    Usdt before = net == null ? trace.net() : net;
    net = trace.net();
    day.market = day.market.plus(trace.net().minus(before));
  }

  void move(List<Move> moves) {
    for (Move move : moves) {
      if (move.outcome() != Move.Outcome.DONE) {
        continue;
      }
      Day day = day(move.timeMillis());
      if (move.direction() == Direction.EARN_TO_FUTURE) {
        day.intoFutures = day.intoFutures.plus(move.amount());
      } else {
        day.backToEarn = day.backToEarn.plus(move.amount());
      }
    }
  }

  private Day day(long millis) {
    return days.computeIfAbsent(Math.floorDiv(millis, DAY_MILLIS), day -> new Day());
  }

  /** The days with the lowest uniMMR, the worst first. */
  List<Told> worst(int most, WorstDays alone) {
    return days.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getValue().lowest))
        .limit(most)
        .map(entry -> told(entry.getKey(), entry.getValue(), alone.days.get(entry.getKey())))
        .toList();
  }

  private static Told told(long date, Day day, @Nullable Day alone) {
    return new Told(
        LocalDate.ofEpochDay(date).toString(),
        Shown.multiple(day.lowest),
        alone == null ? "liquidated" : Shown.multiple(alone.lowest),
        whole(day.market),
        whole(day.intoFutures),
        whole(day.backToEarn));
  }

  private static String whole(Usdt amount) {
    return Shown.count(amount.e8() / Usdt.of(1).e8());
  }
}
