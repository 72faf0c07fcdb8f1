package ballast.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretSourceTest {
  @TempDir Path temp;
  private ConfigFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = new ConfigFolder(temp);
  }

  @Test
  void readsAFileAndAVariableWithoutTheirLastNewline() {
    folder.secret("two", "abc\r\n", "r--------");

    assertThat(text(SecretSource.of("file:secrets/two", temp).read())).isEqualTo("abc");
    assertThat(text(SecretSource.of("env:A", temp).read(Map.of("A", "abc\n")))).isEqualTo("abc");
  }

  @Test
  void printsWhereAndNeverWhat() {
    SecretSource source = SecretSource.of("file:secrets/main", temp);

    assertThat(source).hasToString("file:" + temp.resolve("secrets/main"));
    assertThat(source.read()).hasToString("***").isNotInstanceOf(Serializable.class);
  }

  @Test
  void givesNothingAfterItWasWiped() {
    Secret secret = SecretSource.of("file:secrets/main", temp).read();

    secret.wipe();
    secret.wipe();

    assertThatThrownBy(secret::bytes).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void givesACopyThatTheCallerMayWipe() {
    Secret secret = SecretSource.of("file:secrets/main", temp).read();

    secret.bytes()[0] = 0;

    assertThat(text(secret)).isEqualTo(ConfigFolder.SECRET);
  }

  @Test
  void refusesEveryModeWiderThan0600() throws Exception {
    Path file = temp.resolve("secrets/main");
    SecretSource source = SecretSource.of("file:secrets/main", temp);
    for (int mode = 0; mode < 512; mode++) {
      Files.setPosixFilePermissions(file, permissions(mode));
      if ((mode & 0177) != 0) {
        assertThatThrownBy(source::read)
            .as("mode %o", mode)
            .isInstanceOf(ConfigException.class)
            .hasMessageEndingWith("run: chmod 600 " + file);
      } else if ((mode & 0400) != 0) {
        assertThat(text(source.read())).as("mode %o", mode).isEqualTo(ConfigFolder.SECRET);
      }
    }
  }

  @Test
  void refusesAFileOfSomeoneElse() throws Exception {
    assumeThat(Files.getOwner(temp).getName())
        .as("only root can give files away")
        .isEqualTo("root");
    Files.setAttribute(temp.resolve("secrets/main"), "unix:uid", 1);

    assertThatThrownBy(() -> SecretSource.of("file:secrets/main", temp).read())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("run: chown root ");
  }

  @Test
  void quotesAPathThatAShellWouldSplit() throws Exception {
    Files.createDirectory(temp.resolve("my keys"));
    Files.writeString(temp.resolve("my keys/it's"), "x");

    assertThatThrownBy(() -> SecretSource.of("file:my keys/it's", temp).read())
        .hasMessageEndingWith("chmod 600 '" + temp + "/my keys/it'\\''s'");
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    StringBuilder letters = new StringBuilder("rwxrwxrwx");
    for (int bit = 0; bit < 9; bit++) {
      if ((mode & (0400 >> bit)) == 0) {
        letters.setCharAt(bit, '-');
      }
    }
    return PosixFilePermissions.fromString(letters.toString());
  }

  private static String text(Secret secret) {
    return new String(secret.bytes(), StandardCharsets.UTF_8);
  }
}
