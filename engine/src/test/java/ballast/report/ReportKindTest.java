package ballast.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.journal.Span;
import ballast.strategy.Direction;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportKindTest {
  private static final ZoneId UTC = ZoneId.of("UTC");

  private static final FakeJournal JOURNAL =
      new FakeJournal(
          List.of(
              Rows.hold(1, "uniMMR is inside the band"),
              Rows.refused(2, "dry run: would move, \"so to say\""),
              Rows.move(3, 7, "uniMMR is below low"),
              Rows.skipped(4, "no answer from the exchange")),
          List.of(
              Rows.settled(7, Direction.EARN_TO_FUTURE, "50000", "uniMMR is below low"),
              Rows.unsent(8, "main", "uniMMR is above high", "")));

  @Test
  void transfersAsJsonHaveTheFieldsThatScriptsRelyOn() throws IOException {
    assertThat(written(ReportKind.TRANSFERS, Format.JSON, JOURNAL))
        .isEqualTo(
            """
            [
            {"intent":7,"account":"main","direction":"EARN_TO_FUTURE","amount":"50000","state":"SETTLED",\
            "decidedAt":"2020-03-12T12:00:07.000Z","sentAt":"2020-03-12T12:00:07.005Z",\
            "settledAt":"2020-03-12T12:00:37.000Z","reason":"uniMMR is below low"},
            {"intent":8,"account":"main","direction":"FUTURE_TO_EARN","amount":"10.25","state":"INTENT",\
            "decidedAt":"2020-03-12T12:00:00.000Z","sentAt":null,"settledAt":null,"reason":"uniMMR is above high"}
            ]
            """);
  }

  @Test
  void transfersAsTextAreAligned() throws IOException {
    assertThat(written(ReportKind.TRANSFERS, Format.TABLE, JOURNAL))
        .isEqualTo(
            """
            intent  account  direction       amount  state    decidedAt                 sentAt                    settledAt                 reason
                 7  main     EARN_TO_FUTURE   50000  SETTLED  2020-03-12T12:00:07.000Z  2020-03-12T12:00:07.005Z  2020-03-12T12:00:37.000Z  uniMMR is below low
                 8  main     FUTURE_TO_EARN   10.25  INTENT   2020-03-12T12:00:00.000Z                                                      uniMMR is above high
            """);
  }

  @Test
  void decisionsAsCsvHoldEveryKindOfTick() throws IOException {
    assertThat(written(ReportKind.DECISIONS, Format.CSV, JOURNAL))
        .isEqualTo(
            """
            sequence,account,time,kind,direction,uniMMR,equity,maintenanceMargin,ldusdtInFutures,transferable,proposed,amount,rule,reason,intent,expectedFunding
            1,main,2020-03-12T12:00:30.000Z,hold,,17.3333,520000.5,30000,400000,,,,,uniMMR is inside the band,,
            2,main,2020-03-12T12:01:00.000Z,refused,EARN_TO_FUTURE,3,90000,30000,400000,700000,60000,,dry-run,"dry run: would move, ""so to say""\",,
            3,main,2020-03-12T12:01:30.000Z,move,EARN_TO_FUTURE,3,90000,30000,400000,700000,60000,50000,per-transfer,uniMMR is below low,7,
            4,main,2020-03-12T12:02:00.000Z,skipped,,,,,,,,,,no answer from the exchange,,
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void emptyJournalIsAnEmptyArrayAndALoneHeader() throws IOException {
    FakeJournal empty = new FakeJournal(List.of(), List.of());
    assertThat(written(ReportKind.TRANSFERS, Format.JSON, empty)).isEqualTo("[\n]\n");
    assertThat(written(ReportKind.DECISIONS, Format.TABLE, empty)).hasLineCount(1);
  }

  @Test
  void pageEscapesEveryStoredText() throws IOException {
    String attack = "</td><script>alert('x')</script><img src=x onerror=alert(1)>\"'";
    FakeJournal hostile =
        new FakeJournal(
            List.of(Rows.skipped(1, attack), Rows.hold(2, attack)),
            List.of(Rows.unsent(1, attack, attack, attack)));
    for (ReportKind kind : ReportKind.values()) {
      assertThat(written(kind, Format.HTML, hostile)).doesNotContain("<script>alert", "<img");
    }
    for (ReportKind kind : List.of(ReportKind.DECISIONS, ReportKind.TRANSFERS)) {
      assertThat(written(kind, Format.HTML, hostile)).contains("&lt;script&gt;");
    }
    // an account's name stands in the chart's data too, where escapes of HTML would not help
    assertThat(written(ReportKind.TRANSFERS, Format.HTML, hostile)).contains("u003cscript");
  }

  @Test
  void pageHasEveryRowAndColumn() throws IOException {
    assertThat(written(ReportKind.DECISIONS, Format.HTML, JOURNAL))
        .contains("<title>Decisions, UTC · Ballast</title>", "17.3333", "per-transfer", "skipped")
        .contains("Content-Security-Policy", "<canvas id=\"chart\"")
        .endsWith("</html>\n");
  }

  @Test
  void pageWithoutAChartRunsNoScript() throws IOException {
    assertThat(written(ReportKind.AUDIT, Format.HTML, JOURNAL))
        .contains("script-src &#39;none&#39;", "ballast verify")
        .doesNotContain("<script");
  }

  @Test
  void timesAreWrittenAsTheZoneHasThem() throws IOException {
    StringWriter out = new StringWriter();
    ReportKind.TRANSFERS
        .table(JOURNAL, Span.everything(), ZoneId.of("Europe/Berlin"))
        .write(Format.JSON, out);
    assertThat(out.toString()).contains("\"sentAt\":\"2020-03-12T13:00:07.005+01:00\"");
  }

  @Test
  void marginOfNextToNothingHasNoUniMmr() throws IOException {
    FakeJournal tiny = new FakeJournal(List.of(Rows.marginless(1)), List.of());
    assertThat(written(ReportKind.DECISIONS, Format.JSON, tiny))
        .contains(
            "\"uniMMR\":null,\"equity\":\"90000000000\",\"maintenanceMargin\":\"0.00000001\"");
  }

  @Test
  void failingWriterIsAnIoException() {
    for (Format format : Format.values()) {
      assertThatThrownBy(
              () ->
                  ReportKind.DECISIONS
                      .table(JOURNAL, Span.everything(), UTC)
                      .write(format, new Full()))
          .isInstanceOf(IOException.class)
          .hasMessage("no space left");
    }
  }

  @Test
  void unknownNamesAreToldWithTheKnownOnes() {
    assertThat(ReportKind.of("transfers")).isEqualTo(ReportKind.TRANSFERS);
    assertThat(Format.of("csv")).isEqualTo(Format.CSV);
    assertThatThrownBy(() -> ReportKind.of("Transfers"))
        .hasMessage(
            "unknown report \"Transfers\", use one of daily, decisions, transfers, incidents, weight,"
                + " audit, strategy");
    assertThatThrownBy(() -> Format.of("xml"))
        .hasMessage("unknown format \"xml\", use one of table, csv, json, html");
  }

  private static String written(ReportKind kind, Format format, FakeJournal journal)
      throws IOException {
    StringWriter out = new StringWriter();
    kind.table(journal, Span.everything(), UTC).write(format, out);
    return out.toString();
  }

  /** A disk without space. */
  private static final class Full extends Writer {
    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      throw new IOException("no space left");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
