package ballast.config;

import ballast.config.Form.Flag;
import ballast.config.Form.Group;
import ballast.config.Form.Listed;
import ballast.config.Form.Quantity;
import ballast.config.Form.Reasons;
import ballast.config.Form.Settings;
import ballast.config.Form.Source;
import ballast.config.Form.Text;
import ballast.config.Form.Whole;
import ballast.config.Form.Word;
import ballast.config.Node.Items;
import ballast.config.Node.Keyed;
import ballast.config.Node.Scalar;
import ballast.config.Node.Written;
import java.util.List;
import java.util.Map;

/**
 * Holds a tree against its form: unknown and missing keys, wrong types, missing units. The first
 * error in the order of the file is the one reported. Values that may hide a secret are not
 * repeated.
 */
final class FormCheck {
  private FormCheck() {}

  static void check(Node node, Form form) {
    if (form instanceof Group group) {
      group(keyed(node), group);
    } else if (form instanceof Listed listed) {
      listed(node, listed);
    } else if (form instanceof Settings) {
      keyed(node).nodes().values().forEach(FormCheck::setting);
    } else if (form instanceof Reasons reasons) {
      keyed(node).nodes().forEach((name, reason) -> reason(name, reason, reasons));
    } else {
      value(scalar(node), form);
    }
  }

  private static void group(Keyed keyed, Group group) {
    for (Map.Entry<String, Node> entry : keyed.nodes().entrySet()) {
      Key key =
          group.keys().stream()
              .filter(known -> known.name().equals(entry.getKey()))
              .findFirst()
              .orElseThrow(() -> unknown(entry.getKey(), entry.getValue().place(), group));
      check(entry.getValue(), key.form());
    }
    for (Key key : group.keys()) {
      if (key.isRequired() && !keyed.nodes().containsKey(key.name())) {
        throw missing(keyed.place(), key.name(), key.description());
      }
    }
    oneOf(keyed, group.oneOf());
  }

  private static void oneOf(Keyed keyed, List<String> names) {
    List<String> given = names.stream().filter(keyed.nodes()::containsKey).toList();
    if (given.size() > 1) {
      throw keyed
          .place()
          .wrong("both " + String.join(" and ", given) + " are given; remove one of them");
    }
    if (given.isEmpty() && !names.isEmpty()) {
      throw missing(
          keyed.place(),
          names.get(0),
          "or give " + String.join(" or ", names.subList(1, names.size())) + " instead");
    }
  }

  private static ConfigException missing(Place place, String name, String hint) {
    return place.key(name, place.line()).wrong("is missing; add it (" + hint + ")");
  }

  private static ConfigException unknown(String name, Place place, Group group) {
    String home = KeyHome.of(name);
    String hint =
        home.isEmpty()
            ? "did you mean " + NearestName.of(name, group.names()) + "?"
            : "it belongs under " + home + ".";
    return place.wrong("unknown key; " + hint + " Known here: " + String.join(", ", group.names()));
  }

  private static void listed(Node node, Listed listed) {
    if (!(node instanceof Items items)) {
      throw node.place().wrong("must be a list, each item after a dash, got " + node.named());
    }
    int size = items.nodes().size();
    if (size < listed.least() || size > listed.most()) {
      throw node.place()
          .wrong(
              "needs "
                  + listed.least()
                  + " to "
                  + listed.most()
                  + " items, got "
                  + size
                  + "; add or remove some");
    }
    items.nodes().forEach(item -> check(item, listed.item()));
  }

  private static void reason(String name, Node reason, Reasons reasons) {
    if (!name.matches(reasons.name())) {
      throw reason.place().wrong("must be " + reasons.expected());
    }
    value(scalar(reason), Reasons.REASON);
  }

  private static void setting(Node node) {
    Scalar scalar = scalar(node);
    if (scalar.written() == Written.FLAG) {
      throw node.place().wrong("must be a number with its unit, as in 1.6x, got true or false");
    }
  }

  private static void value(Scalar scalar, Form form) {
    require(
        !scalar.text().isEmpty() || form instanceof Text,
        scalar,
        "has no value; give one or remove the key");
    if (form instanceof Quantity quantity) {
      Quantities.check(scalar, quantity.kind());
    } else if (form instanceof Whole whole) {
      whole(scalar, whole);
    } else if (form instanceof Flag) {
      require(
          scalar.written() == Written.FLAG && scalar.text().matches("true|false"),
          scalar,
          "must be true or false, without quotes");
    } else if (form instanceof Word word) {
      require(
          word.words().contains(scalar.text()),
          scalar,
          "must be one of "
              + String.join(", ", word.words())
              + "; did you mean "
              + NearestName.of(scalar.text(), word.words())
              + "?");
    } else if (form instanceof Text text) {
      require(scalar.written() == Written.TEXT, scalar, "must be text; put it in quotes");
      require(scalar.text().matches(text.pattern()), scalar, "must be " + text.expected());
    } else if (form instanceof Source source) {
      require(scalar.text().matches(source.pattern()), scalar, SecretSource.mustSayWhere(source));
    }
  }

  private static void whole(Scalar scalar, Whole whole) {
    boolean number =
        scalar.written() == Written.WHOLE && scalar.text().matches("0|[1-9][0-9]{0,8}");
    boolean fits =
        number
            && Integer.parseInt(scalar.text()) >= whole.least()
            && Integer.parseInt(scalar.text()) <= whole.most();
    require(
        fits,
        scalar,
        "must be a whole number from "
            + whole.least()
            + " to "
            + whole.most()
            + ", without quotes");
  }

  private static void require(boolean holds, Scalar scalar, String what) {
    if (!holds) {
      throw scalar.place().wrong(what);
    }
  }

  private static Keyed keyed(Node node) {
    if (node instanceof Keyed keyed) {
      return keyed;
    }
    throw node.place().wrong("must be a group of keys, got " + node.named());
  }

  private static Scalar scalar(Node node) {
    if (!(node instanceof Scalar scalar)) {
      throw node.place().wrong("must be one value, got " + node.named());
    }
    if (scalar.written() == Written.EMPTY) {
      throw node.place().wrong("has no value; give one or remove the key");
    }
    return scalar;
  }
}
