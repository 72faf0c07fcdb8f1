package ballast.config;

import ballast.config.Form.Group;
import ballast.config.Node.Items;
import ballast.config.Node.Keyed;
import ballast.config.Node.Scalar;
import ballast.strategy.Parameter.Kind;
import ballast.strategy.Usdt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Typed reading of a group that {@link FormCheck} has passed, with the defaults filled in. */
record Section(Keyed keyed, Group group) {
  boolean has(String name) {
    return keyed.nodes().containsKey(name);
  }

  Place place(String name) {
    Node node = keyed.nodes().get(name);
    return node == null ? keyed.place().key(name, keyed.place().line()) : node.place();
  }

  /** The group under this key; an empty one when it is not given. */
  Section section(String name, Group form) {
    return keyed.nodes().get(name) instanceof Keyed given
        ? new Section(given, form)
        : new Section(new Keyed(place(name), Map.of()), form);
  }

  List<Node> items(String name) {
    return keyed.nodes().get(name) instanceof Items items ? items.nodes() : List.of();
  }

  Map<String, Node> settings(String name) {
    return keyed.nodes().get(name) instanceof Keyed given ? given.nodes() : Map.of();
  }

  /** The value given, else the default, else nothing. */
  Optional<String> find(String name) {
    return keyed.nodes().get(name) instanceof Scalar scalar
        ? Optional.of(scalar.text())
        : group.keys().stream()
            .filter(key -> key.name().equals(name))
            .findFirst()
            .flatMap(Key::defaultText);
  }

  String text(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("no value and no default: " + name));
  }

  Usdt money(String name) {
    return Kind.money(text(name));
  }

  /** A time span, refused outside of the given ends. */
  Duration duration(String name, String least, String most) {
    Duration duration = Kind.duration(text(name));
    if (duration.compareTo(Kind.duration(least)) < 0
        || duration.compareTo(Kind.duration(most)) > 0) {
      throw place(name).wrong("must be from " + least + " to " + most + ", got " + text(name));
    }
    return duration;
  }
}
