package ballast.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.config.Config.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class ConfigTemplateTest {
  @TempDir Path temp;

  @Test
  void writesADryRunThatLoadsOnceItsSecretsAreThere() {
    Path file = ConfigTemplate.write(temp.resolve("new"));
    ConfigFolder folder = new ConfigFolder(temp.resolve("new"));
    folder.secret("main.key", "key\n", "rw-------");
    folder.secret("main.secret", "secret\n", "rw-------");

    Config config = ConfigFolder.reader().read(file);

    assertThat(config.mode()).isEqualTo(Mode.DRY_RUN);
    assertThat(config.accounts())
        .singleElement()
        .extracting(AccountConfig::strategy)
        .isEqualTo("target-band");
    assertThat(config.accounts().get(0).parameters())
        .isEqualTo(
            Map.of("low", "1.6x", "low-target", "2.0x", "high-target", "2.6x", "high", "3.2x"));
  }

  @Test
  void keepsFileAndFolderToTheirOwner() throws Exception {
    Path file = ConfigTemplate.write(temp);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("secrets"))))
        .isEqualTo("rwx------");
  }

  @Test
  void overwritesNothing() throws Exception {
    Path file = Files.writeString(temp.resolve("ballast.yml"), "mine");

    assertThatThrownBy(() -> ConfigTemplate.write(temp))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("not overwritten");
    assertThat(file).hasContent("mine");
    assertThat(temp.resolve("secrets")).doesNotExist();
  }

  @Test
  void saysPlainlyWhereItCannotWrite() throws Exception {
    Path blocked = Files.writeString(temp.resolve("file"), "");

    assertThatThrownBy(() -> ConfigTemplate.write(blocked.resolve("below")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("--dir");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskLeavesNoFileAndIsNamed() throws Exception {
    Files.createSymbolicLink(temp.resolve("ballast.yml.part"), Path.of("/dev/full"));

    assertThatThrownBy(() -> ConfigTemplate.write(temp))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("No space left on device");
    assertThat(temp.toFile().list()).containsExactly("secrets");
  }

  @Test
  void explainsEveryKey() {
    SchemaPaths.groups()
        .values()
        .forEach(
            group ->
                group
                    .names()
                    .forEach(name -> assertThat(ConfigTemplate.text()).contains(name + ":")));
  }
}
