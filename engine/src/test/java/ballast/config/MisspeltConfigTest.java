package ballast.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ballast.config.Form.Group;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seeded generators: one slip in a key, and one damaged byte anywhere. */
final class MisspeltConfigTest {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz-";
  private static final int SLIPS_PER_KEY = 40;
  private static final int DAMAGES = 1_500;
  private static final long SEED = 20_261_122;

  private final Random random = new Random(SEED);

  @Test
  @DisplayName("suggests the right key for every key with one slip, seed 20261122")
  void suggestsTheRightKey() {
    int tried = 0;
    for (Group group : SchemaPaths.groups().values()) {
      for (String name : group.names()) {
        for (int i = 0; i < SLIPS_PER_KEY; i++) {
          String slip = slip(name);
          if (!slip.isBlank() && !group.names().contains(slip)) {
            suggests(name, slip, group);
            tried++;
          }
        }
      }
    }
    assertThat(tried).isGreaterThan(800);
  }

  private static void suggests(String name, String slip, Group group) {
    String yaml = "\"" + slip + "\": x\n";
    Throwable thrown =
        catchThrowable(() -> FormCheck.check(YamlTree.read("ballast.yml", yaml), group));
    assertThat(thrown)
        .as("seed %d, %s for %s", SEED, slip, name)
        .isInstanceOf(ConfigException.class)
        .message()
        .startsWith("ballast.yml:1: " + slip + ": unknown key; did you mean " + name + "?");
  }

  private String slip(String name) {
    int at = random.nextInt(name.length());
    char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
    String before = name.substring(0, at);
    String after = name.substring(at + 1);
    return switch (random.nextInt(4)) {
      case 0 -> before + after;
      case 1 -> before + letter + after;
      case 2 -> before + letter + name.charAt(at) + after;
      default ->
          after.isEmpty()
              ? name + letter
              : before + after.charAt(0) + name.charAt(at) + after.substring(1);
    };
  }

  @Test
  @DisplayName("answers any damaged text with a config or one plain line, seed 20261122")
  void neverFailsInAnyOtherWay(@TempDir Path temp) {
    ConfigFolder folder = new ConfigFolder(temp);
    ConfigReader reader = ConfigFolder.reader();
    int refused = 0;
    for (int i = 0; i < DAMAGES; i++) {
      String damaged = damaged();
      Throwable thrown = catchThrowable(() -> reader.read(folder.write(damaged)));
      if (thrown != null) {
        refused++;
        assertThat(thrown)
            .as("seed %d, step %d:%n%s", SEED, i, damaged)
            .isInstanceOf(ConfigException.class);
        assertThat(thrown.getMessage()).doesNotContain("\n", "\r", ConfigFolder.SECRET);
      }
    }
    assertThat(refused).isBetween(DAMAGES / 4, DAMAGES - 1);
  }

  private String damaged() {
    byte[] bytes = ConfigFolder.EXAMPLE.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] =
          (byte)
              (random.nextBoolean()
                  ? random.nextInt(128)
                  : "{}[]:,&*!|>'\"%@`#-? \n".charAt(random.nextInt(21)));
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
