package ballast.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures all contenders in one run: several turns, in each turn every contender once in a Java
 * process of its own, so that none runs on what another taught the compiler and what else the
 * machine does meets all alike. Of each the median of its turns counts.
 */
final class Compare {
  private static final int TURNS = 5;

  private Compare() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean json = List.of(arguments).equals(List.of("--json"));
    Map<Contender, List<Long>> turns = new EnumMap<>(Contender.class);
    for (int turn = 1; turn <= TURNS; turn++) {
      System.err.println("turn " + turn + " of " + TURNS);
      for (Contender contender : Contender.values()) {
        turns.computeIfAbsent(contender, it -> new ArrayList<>()).add(stepsPerSecond(contender));
      }
    }
    Map<Contender, Long> medians = new EnumMap<>(Contender.class);
    turns.forEach((contender, speeds) -> medians.put(contender, median(speeds)));
    System.out.println(json ? json(medians) : table(medians));
  }

  private static long stepsPerSecond(Contender contender) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-Xms1g",
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Round.class.getName(),
                contender.name())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (InputStream out = process.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.US_ASCII).strip();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(contender.title + " failed, see above");
      }
      return Long.parseLong(said);
    }
  }

  private static long median(List<Long> speeds) {
    List<Long> sorted = new ArrayList<>(speeds);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static String json(Map<Contender, Long> speeds) {
    StringBuilder json = new StringBuilder("{");
    speeds.forEach(
        (contender, speed) ->
            json.append('"').append(contender.key).append("\":").append(speed).append(','));
    return json.append("\"ta4jVersion\":\"")
        .append(System.getProperty("ta4j.version"))
        .append("\",\"java\":\"")
        .append(System.getProperty("java.version"))
        .append("\"}")
        .toString();
  }

  private static String table(Map<Contender, Long> speeds) {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "%,d one-minute steps, Java %s, ta4j %s%n%n%-34s %16s %10s %10s%n",
            MinuteYear.STEPS,
            System.getProperty("java.version"),
            System.getProperty("ta4j.version"),
            "",
            "steps/CPU-s",
            "of bare",
            "of ta4j"));
    speeds.forEach(
        (contender, speed) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "%-34s %16s %10.2f %10.2f%n",
                    contender.title,
                    String.format(Locale.ROOT, "%.1f M", speed / 1e6),
                    (double) speed / speeds.get(Contender.BARE),
                    (double) speed / speeds.get(Contender.TA4J))));
    return table.toString().stripTrailing();
  }
}
