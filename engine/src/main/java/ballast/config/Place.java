package ballast.config;

/**
 * Where in the configuration something stands, for messages.
 *
 * @param file the file's name as the operator gave it
 * @param line counted from 1
 * @param path such as {@code accounts[0].limits.per-day}; empty at the top
 */
record Place(String file, int line, String path) {
  Place key(String name, int atLine) {
    return new Place(file, atLine, path.isEmpty() ? name : path + "." + name);
  }

  Place item(int index, int atLine) {
    return new Place(file, atLine, path + "[" + index + "]");
  }

  /** The error to throw: {@code ballast.yml:12: accounts[0].limits.per-day: …}. */
  ConfigException wrong(String what) {
    return new ConfigException(
        file + ":" + line + ": " + (path.isEmpty() ? "" : path + ": ") + what);
  }
}
