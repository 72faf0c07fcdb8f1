package ballast.report;

import ballast.strategy.Ratio;
import java.util.ArrayList;
import java.util.List;

/** What the template of a backtest's page asks for. */
final class BacktestPage extends ChartPage {
  private static final int WORST_DAYS = 10;

  private final Backtested backtested;
  private final BacktestData data;
  private final List<Judged> judged = new ArrayList<>();

  /**
   * One policy with what the page says of it.
   *
   * @param name as in the tables' heads
   * @param transfersFile the file beside the page that lists them all
   */
  record Judged(
      String name,
      String grade,
      String sentence,
      List<WorstDays.Told> worstDays,
      List<Transfer> transfers,
      String transfersFile) {}

  BacktestPage(Backtested backtested) {
    this.backtested = backtested;
    BacktestLines alone = BacktestLines.of(backtested.leftAlone());
    List<BacktestLines> policies =
        backtested.policies().stream().map(each -> BacktestLines.of(each.result())).toList();
    for (int i = 0; i < policies.size(); i++) {
      judged.add(judged(i, policies.get(i), alone));
    }
    this.data =
        new BacktestData(
            backtested,
            policies,
            alone,
            backtested.isComparison() ? List.of() : judged.get(0).transfers());
  }

  private Judged judged(int policy, BacktestLines lines, BacktestLines alone) {
    Outcome outcome = backtested.outcomes().get(policy);
    String name = backtested.name(policy);
    return new Judged(
        name,
        grade(outcome),
        backtested.isComparison() ? name + ": " + outcome.sentence() : outcome.sentence(),
        lines.days().worst(WORST_DAYS, alone.days()),
        backtested.policies().get(policy).result().moves().stream().map(Transfer::of).toList(),
        BacktestTables.file(backtested, policy, "transfers"));
  }

  @Override
  String brand() {
    return "Ballast backtest";
  }

  @Override
  String title() {
    return backtested.title();
  }

  @Override
  String subtitle() {
    return backtested.subtitle();
  }

  @Override
  String data() {
    return data.json();
  }

  List<Judged> judged() {
    return judged;
  }

  List<String> columns() {
    return Scores.columns(backtested);
  }

  /** The rows of the table of figures, each with its name first. */
  List<List<Cell>> scores() {
    return Scores.of(backtested).stream().map(this::cells).toList();
  }

  private List<Cell> cells(Scores.Row row) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell("", "text", row.name()));
    for (int i = 0; i < row.values().size(); i++) {
      cells.add(new Cell(columns().get(i), "number", row.values().get(i)));
    }
    return cells;
  }

  boolean isComparison() {
    return backtested.isComparison();
  }

  /** Funding and interest are known. */
  boolean isModelled() {
    return backtested.leftAlone().history().isModelled();
  }

  boolean hasBand() {
    return backtested.policies().get(0).band().isPresent();
  }

  boolean hasOther() {
    return judged.get(0).transfers().stream().anyMatch(transfer -> !transfer.executed());
  }

  boolean isClipped() {
    return data.isClipped();
  }

  String top() {
    return Shown.multiple(new Ratio(data.scale().topE8()));
  }

  List<Figure> inputs() {
    return backtested.inputs();
  }

  List<String> notes() {
    return backtested.notes();
  }
}
