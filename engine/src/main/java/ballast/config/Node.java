package ballast.config;

import java.util.List;
import java.util.Map;

/** The YAML text as a tree, every part knowing where it stands. */
sealed interface Node {
  Place place();

  /** What it is, for messages. */
  String named();

  /** One value, as it was written. */
  record Scalar(Place place, String text, Written written) implements Node {
    @Override
    public String named() {
      return written.named;
    }
  }

  /** Items in order. */
  record Items(Place place, List<Node> nodes) implements Node {
    @Override
    public String named() {
      return "a list";
    }
  }

  /** Keys and their values, in the order of the file; no key twice. */
  record Keyed(Place place, Map<String, Node> nodes) implements Node {
    @Override
    public String named() {
      return "a group of keys";
    }
  }

  /** How YAML reads a scalar: quotes make text of anything. */
  enum Written {
    TEXT("text"),
    WHOLE("a bare number"),
    DECIMAL("a bare number"),
    FLAG("true or false"),
    EMPTY("nothing");

    private final String named;

    Written(String named) {
      this.named = named;
    }
  }
}
