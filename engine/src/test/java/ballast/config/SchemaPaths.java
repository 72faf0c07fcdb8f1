package ballast.config;

import ballast.config.Form.Group;
import ballast.config.Form.Listed;
import java.util.Map;
import java.util.TreeMap;

/** Every group of keys with its path: the empty path, {@code venue}, {@code accounts[].limits}. */
final class SchemaPaths {
  private SchemaPaths() {}

  static Map<String, Group> groups() {
    Map<String, Group> groups = new TreeMap<>();
    collect(Keys.ROOT, "", groups);
    return groups;
  }

  private static void collect(Form form, String path, Map<String, Group> groups) {
    if (form instanceof Listed listed) {
      collect(listed.item(), path + "[]", groups);
    } else if (form instanceof Group group) {
      groups.put(path, group);
      group
          .keys()
          .forEach(
              key ->
                  collect(
                      key.form(), path.isEmpty() ? key.name() : path + "." + key.name(), groups));
    }
  }
}
