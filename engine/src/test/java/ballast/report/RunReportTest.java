package ballast.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.journal.Intent;
import ballast.strategy.Direction;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class RunReportTest {
  private static final int MINUTES_OF_A_MONTH = 44_640;
  private static final Course SURVIVOR =
      Runs.survivor(Runs.dip(MINUTES_OF_A_MONTH, "1.73"), "1.73");
  private static final Course DEAD =
      Runs.liquidated(Runs.dip(20_000, "1.06"), Runs.START + 20_000 * 60_000L);

  @Test
  void pageOfALongRunStaysSmall() throws IOException {
    List<Intent> transfers =
        LongStream.rangeClosed(1, 5_000)
            .mapToObj(
                id ->
                    Rows.settled(
                        id, Direction.EARN_TO_FUTURE, "49999.12345678", "uniMMR is below low"))
            .toList();
    String page = page(Runs.run(SURVIVOR, SURVIVOR, transfers));
    assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(600 * 1024);
    assertThat(page).contains("The first 400 of 5,000;");
  }

  @Test
  void pageAsksForNothingFromOutside() throws IOException {
    String page = page(Runs.run(SURVIVOR, DEAD, List.of()));
    assertThat(page)
        .doesNotContainPattern("(src|href|action|data|poster)\\s*=\\s*[\"']?(https?:)?//")
        .doesNotContainPattern("url\\(|@import|<link|<iframe|sourceMappingURL")
        .contains("default-src &#39;none&#39;");
  }

  @Test
  void policyAllowsExactlyTheScriptsOfThePage() throws IOException {
    String page = page(Runs.run(SURVIVOR, DEAD, List.of()));
    String style = only(page, "<style>(.*?)</style>");
    Matcher scripts = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(page);
    assertThat(scripts.find()).isTrue();
    String library = scripts.group(1);
    assertThat(scripts.find()).isTrue();
    String policy = ContentPolicy.of(style, library, scripts.group(1));
    assertThat(scripts.find()).isFalse();
    assertThat(only(page, "Policy\" content=\"(.*?)\">").replace("&#39;", "'")).isEqualTo(policy);
  }

  @Test
  void pageEscapesEveryTextOfTheRun() throws IOException {
    String attack = "</title></p><script>alert('x')</script><img src=x onerror=\"alert(1)\">";
    Run hostile =
        Runs.texts(attack, attack, SURVIVOR, DEAD, List.of(Rows.unsent(1, attack, attack, attack)));
    assertThat(page(hostile))
        .contains("&lt;script&gt;alert(")
        .doesNotContain("<script>alert", "<img src=x");
    assertThat(picture(hostile)).contains("&lt;script&gt;").doesNotContain("<script", "<img");
  }

  @Test
  void dataKeepsTheLowestPointAndTheMarkers() throws IOException {
    List<Intent> transfers =
        List.of(
            Rows.settled(1, Direction.EARN_TO_FUTURE, "50000", "low"),
            Rows.settled(2, Direction.FUTURE_TO_EARN, "10.75", "high"),
            Rows.unsent(3, "main", "high", ""));
    JsonNode data =
        new ObjectMapper()
            .readTree(
                only(page(Runs.run(SURVIVOR, DEAD, transfers)), "id=\"data\">(.*?)</script>"));
    assertThat(data.get("with").get(1).toString()).contains(",1.73,");
    assertThat(data.get("with").get(0).size()).isEqualTo(data.get("with").get(1).size());
    assertThat(data.get("band").toString()).isEqualTo("[5,7,12,16]");
    assertThat(data.get("toFutures").toString()).isEqualTo("[[1,10,50000]]");
    assertThat(data.get("toEarn").toString()).isEqualTo("[[2,10,10]]");
    assertThat(data.get("other").size()).isEqualTo(1);
    assertThat(data.get("liquidated").toString()).isEqualTo("[[1200000,1.05,0]]");
    assertThat(data.get("end").asLong()).isEqualTo((MINUTES_OF_A_MONTH - 1) * 60L);
  }

  @Test
  void pageTellsTheOutcomeAndTheFigures() throws IOException {
    assertThat(page(Runs.run(SURVIVOR, DEAD, List.of())))
        .contains("class=\"verdict better\"", "With Ballast the account survived;")
        .contains("11,520, all equal", "84,230", "34,560,000", "Nothing was moved.");
    assertThat(page(Runs.run(DEAD, SURVIVOR, List.of())))
        .contains("class=\"verdict worse\"", "Doing nothing was better");
  }

  @Test
  void pictureIsStaticAndFollowsTheColourScheme() throws IOException {
    assertThat(picture(Runs.run(SURVIVOR, DEAD, List.of())))
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .contains("prefers-color-scheme: dark", "low-target 7x", "class=\"cross\"")
        .doesNotContain("<script", "href", "url(");
  }

  @Test
  void asciiChartShowsBothCourses() {
    String chart = AsciiChart.draw(Runs.run(SURVIVOR, DEAD, List.of()), 80, 12);
    assertThat(chart).hasLineCount(14).contains("#", "X", "5x |", "2020-03-12 12:00 UTC");
    assertThat(chart.lines()).allMatch(line -> line.length() <= 80);
    assertThat(chart.chars()).allMatch(c -> c < 128);
  }

  @Test
  void refusesToDrawARunWithoutPoints() {
    Course nothing = Runs.survivor(Series.recorder().series(), "1");
    assertThatThrownBy(() -> AsciiChart.draw(Runs.run(nothing, nothing, List.of()), 80, 12))
        .hasMessage("a run without a single point cannot be drawn");
  }

  private static String only(String page, String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  private static String page(Run run) throws IOException {
    StringWriter out = new StringWriter();
    RunReport.write(run, out);
    return out.toString();
  }

  private static String picture(Run run) throws IOException {
    StringWriter out = new StringWriter();
    SvgChart.write(run, out);
    return out.toString();
  }
}
