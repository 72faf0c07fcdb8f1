package ballast.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The configurations that docker-compose.yml mounts. */
final class ComposeConfigsTest {
  private static final Path FOLDER = Path.of("..", "deploy", "compose");

  private static Config read(String name) {
    return ConfigFolder.reader().readWithoutSecrets(FOLDER.resolve(name));
  }

  @Test
  void theDefaultOneListensInItsContainerAndIsKnownToPrometheus() {
    Config config = read("paper.yml");

    assertThat(config.mode()).isEqualTo(Config.Mode.PAPER);
    assertThat(config.web()).isEqualTo(new Config.Web(8787, "0.0.0.0", List.of("paper:8787")));
    assertThat(config.database().url()).isEmpty();
    assertThat(config.warnings()).singleElement().asString().startsWith("web.bind is 0.0.0.0: ");
  }

  @Test
  void theOneOnPostgresIsKnownByThePortItIsPublishedOn() {
    Config config = read("paper-postgres.yml");

    assertThat(config.web().hosts())
        .containsExactly("127.0.0.1:8788", "localhost:8788", "paper-postgres:8787");
    assertThat(config.database().url()).hasValueSatisfying(url -> assertThat(url).contains("5432"));
    assertThat(config.database().password()).isPresent();
  }
}
