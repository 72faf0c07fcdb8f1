package ballast.config;

import ballast.config.Form.Group;
import ballast.config.Form.Listed;

/** Finds where a key belongs that was given in the wrong place. */
final class KeyHome {
  private KeyHome() {}

  /** Such as {@code accounts[].limits}, {@code the top level}; empty: known nowhere. */
  static String of(String name) {
    return in(Keys.ROOT, "", name);
  }

  private static String in(Form form, String path, String name) {
    if (form instanceof Listed listed) {
      return in(listed.item(), path + "[]", name);
    }
    if (!(form instanceof Group group)) {
      return "";
    }
    if (group.names().contains(name)) {
      return path.isEmpty() ? "the top level" : path;
    }
    return group.keys().stream()
        .map(key -> in(key.form(), path.isEmpty() ? key.name() : path + "." + key.name(), name))
        .filter(home -> !home.isEmpty())
        .findFirst()
        .orElse("");
  }
}
