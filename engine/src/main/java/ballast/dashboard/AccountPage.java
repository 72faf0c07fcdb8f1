package ballast.dashboard;

import ballast.decide.Decision;
import ballast.journal.Books;
import ballast.journal.Journal;
import ballast.journal.OperatorAct;
import ballast.journal.Pauses;
import ballast.report.Series;
import ballast.report.Thinning;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Situation;
import ballast.strategy.Usdt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Puts together what the page shows of one account. */
final class AccountPage {
  private static final int MOST_POINTS = 240;
  private static final double E8 = 1e8;

  private final Transfers transfers;
  private final TransferPage open;

  AccountPage(Journal journal) {
    this.transfers = new Transfers(journal);
    this.open = new TransferPage(journal);
  }

  Page.Account of(Standing standing, List<AccountHistory.Point> points, List<Episode> episodes) {
    boolean shown = !standing.standsBy();
    Optional<Ratio> uniMmr = standing.uniMmr().filter(any -> shown);
    return new Page.Account(
        standing.id(),
        standing.account().strategy(),
        standing.account().schedule(),
        standing
            .decision()
            .map(decision -> Figures.time(decision.facts().situation().nowMillis()))
            .orElse(""),
        uniMmr.map(Figures::text).orElse("–"),
        place(standing, uniMmr),
        uniMmr.filter(standing.levels()::isAbove).isEmpty(),
        figures(standing),
        standing.levels().all().stream().map(AccountPage::line).toList(),
        thinned(points),
        Arrays.stream(Direction.values()).map(way -> way(way, standing.pauses())).toList(),
        standing.pauses().filter(Pauses::isHeldByRestore).isPresent(),
        standing.books().flatMap(Books::open).map(intent -> open.of(intent, standing)),
        episodes.stream().map(episode -> row(standing.id(), episode)).toList());
  }

  private static String place(Standing standing, Optional<Ratio> uniMmr) {
    if (standing.standsBy()) {
      return "kept by another engine";
    }
    if (standing.decision().isEmpty()) {
      return "not read yet";
    }
    if (uniMmr.isEmpty()) {
      return "no maintenance margin";
    }
    Optional<Level> lower = standing.levels().lower();
    Optional<Level> upper = standing.levels().upper();
    if (lower.isPresent() && uniMmr.get().compareTo(lower.get().at()) < 0) {
      return "below " + lower.get().name() + " " + Figures.level(lower.get().at());
    }
    if (upper.isPresent() && uniMmr.get().compareTo(upper.get().at()) > 0) {
      return "above " + upper.get().name() + " " + Figures.level(upper.get().at());
    }
    return lower.isPresent() && upper.isPresent()
        ? "inside the band "
            + Figures.level(lower.get().at())
            + " to "
            + Figures.level(upper.get().at())
        : "";
  }

  private static List<Page.Figure> figures(Standing standing) {
    List<Page.Figure> figures = new ArrayList<>();
    if (standing.decision().isPresent() && !standing.standsBy()) {
      Decision decision = standing.decision().get();
      Situation situation = decision.facts().situation();
      figures.add(figure("Equity", situation.equityE8(), "USD"));
      figures.add(figure("Maintenance margin", situation.maintenanceMarginE8(), "USD"));
      figures.add(figure("In Futures", situation.ldusdtInFuturesE8(), "LDUSDT"));
      figures.add(
          new Page.Figure("Exchange's status", decision.facts().standing().status().name()));
    }
    standing
        .books()
        .ifPresent(
            books ->
                figures.add(
                    new Page.Figure(
                        "Moved today",
                        Figures.rounded(books.movedToday())
                            + " of "
                            + Figures.rounded(standing.account().limits().perDay())
                            + " LDUSDT")));
    return figures;
  }

  private static Page.Figure figure(String name, long e8, String unit) {
    return new Page.Figure(name, Figures.rounded(new Usdt(e8)) + " " + unit);
  }

  private static Page.Line line(Level level) {
    return new Page.Line(level.name(), Figures.level(level.at()), level.at().e8() / E8);
  }

  private static List<double[]> thinned(List<AccountHistory.Point> points) {
    Series.Recorder recorder = Series.recorder();
    long latest = Long.MIN_VALUE;
    for (AccountHistory.Point point : points) {
      latest = Math.max(latest, point.atMillis());
      recorder.add(latest, point.uniMmr().e8());
    }
    Series series = Thinning.toAtMost(MOST_POINTS, recorder.series());
    List<double[]> pairs = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      pairs.add(new double[] {series.millis(i), Math.round(series.e8(i) / 1e4) / 1e4});
    }
    return pairs;
  }

  private static Page.Way way(Direction direction, Optional<Pauses> pauses) {
    Optional<OperatorAct> act = pauses.flatMap(known -> known.of(direction));
    return new Page.Way(
        direction.name(),
        Directions.text(direction),
        act.isPresent(),
        act.map(pause -> Figures.time(pause.atMillis())).orElse(""),
        act.map(OperatorAct::reason).orElse(""));
  }

  private Page.Row row(String account, Episode episode) {
    return new Page.Row(
        Figures.time(episode.lastMillis()),
        before(episode),
        episode.kind().name(),
        what(account, episode),
        episode.uniMmr().map(Figures::text).orElse("–"),
        episode.reason());
  }

  private static String before(Episode episode) {
    return episode.count() == 1
        ? ""
        : "and "
            + (episode.count() - 1)
            + " before, since "
            + Figures.timeBeside(episode.firstMillis(), episode.lastMillis());
  }

  private String what(String account, Episode episode) {
    String way = episode.direction().map(Directions::text).orElse("");
    return switch (episode.kind()) {
      case HOLD -> "held";
      case MOVE ->
          Figures.exact(episode.amount())
              + " LDUSDT "
              + way
              + transfers
                  .stateOf(account, episode.lastMillis())
                  .map(state -> ": " + state)
                  .orElse("");
      case REFUSED -> "refused by " + episode.about() + ": " + way;
      case SKIPPED -> "skipped";
      case STANDS_BY -> "stands by";
    };
  }
}
