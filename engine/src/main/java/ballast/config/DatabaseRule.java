package ballast.config;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which PostgreSQL address is taken: hosts, a database name and a few harmless settings. Everything
 * else a driver would obey (passwords, classes to load, log files, SQL to run) is refused, so that
 * text of the configuration never becomes code. The address itself is not repeated in errors.
 */
final class DatabaseRule {
  private static final String HOST = "([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+])(:[0-9]{1,5})?";
  private static final Pattern ADDRESS =
      Pattern.compile(
          "jdbc:postgresql://"
              + HOST
              + "(,"
              + HOST
              + ")*/[A-Za-z0-9_-]{1,63}(\\?(?<settings>.*))?");
  private static final Pattern SETTING = Pattern.compile("(?<name>[A-Za-z]+)=[A-Za-z0-9_./-]*");
  private static final Set<String> SETTINGS =
      Set.of(
          "user",
          "ssl",
          "sslmode",
          "sslrootcert",
          "currentSchema",
          "connectTimeout",
          "socketTimeout",
          "targetServerType");

  private DatabaseRule() {}

  static void check(Place place, String url) {
    if (url.contains("password=")) {
      throw place.wrong(
          "holds a password; take it out and give database-password: file:PATH instead");
    }
    Matcher matcher = ADDRESS.matcher(url);
    if (!matcher.matches()) {
      throw place.wrong(
          "must be empty, or as in jdbc:postgresql://localhost:5432/ballast?user=ballast");
    }
    String settings = matcher.group("settings");
    if (settings != null) {
      for (String setting : settings.split("&", -1)) {
        checkSetting(place, setting);
      }
    }
  }

  private static void checkSetting(Place place, String setting) {
    Matcher matcher = SETTING.matcher(setting);
    if (!matcher.matches() || !SETTINGS.contains(matcher.group("name"))) {
      throw place.wrong(
          "carries a setting that is not taken; only "
              + String.join(", ", SETTINGS.stream().sorted().toList())
              + " may follow the question mark");
    }
  }
}
