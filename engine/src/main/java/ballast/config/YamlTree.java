package ballast.config;

import ballast.config.Node.Items;
import ballast.config.Node.Keyed;
import ballast.config.Node.Scalar;
import ballast.config.Node.Written;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLReadFeature;

/**
 * Reads one YAML document into a {@link Node} tree, strictly and bounded: no duplicate keys, no
 * anchors, aliases or tags, no second document, few levels. Values keep the text that was written,
 * so that no number is rounded or reread before its own parser sees it.
 */
final class YamlTree {
  private static final int MOST_LEVELS = 8;
  private static final Pattern TAB_INDENT = Pattern.compile("(?m)^ *\t");

  private static final YAMLFactory FACTORY =
      YAMLFactory.builder()
          .disable(YAMLReadFeature.EMPTY_STRING_AS_NULL)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(ConfigFile.MOST_BYTES)
                  .maxNestingDepth(2 * MOST_LEVELS)
                  .maxNumberLength(64)
                  .build())
          .build();

  private final YAMLParser parser;

  private YamlTree(YAMLParser parser) {
    this.parser = parser;
  }

  /**
   * Reads the whole text.
   *
   * @throws ConfigException when it is not one plain YAML document of keys
   */
  static Keyed read(String file, String text) {
    refuseTabs(file, text);
    Place top = new Place(file, 1, "");
    try (YAMLParser parser = (YAMLParser) FACTORY.createParser(ObjectReadContext.empty(), text)) {
      YamlTree tree = new YamlTree(parser);
      if (parser.nextToken() == null) {
        throw top.wrong("the file is empty; write one with: ballast init");
      }
      Node root = tree.node(top, 1);
      if (parser.nextToken() != null) {
        throw tree.here(top).wrong("a second YAML document; keep one, without --- between");
      }
      if (root instanceof Keyed keyed) {
        return keyed;
      }
      throw top.wrong("expected keys such as accounts:, got " + root.named());
    } catch (JacksonException e) {
      throw syntax(file, e);
    }
  }

  private Node node(Place place, int level) {
    if (parser.isCurrentAlias() || parser.getObjectId() != null || parser.getRawTag() != null) {
      throw place.wrong(
          "YAML anchors (&), aliases (*) and tags (!) are not read here; write the value out,"
              + " in quotes when it begins with one of these");
    }
    if (level > MOST_LEVELS) {
      throw place.wrong("nested too deeply; at most " + MOST_LEVELS + " levels");
    }
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> keyed(place, level);
      case START_ARRAY -> items(place, level);
      default -> scalar(place, token);
    };
  }

  private Keyed keyed(Place place, int level) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      Place at = place.key(Plain.line(name), line());
      Node first = nodes.get(name);
      if (first != null) {
        throw at.wrong(
            "given twice, first in line " + first.place().line() + "; remove one of the two");
      }
      parser.nextToken();
      nodes.put(name, node(at, level + 1));
    }
    return new Keyed(place, Collections.unmodifiableMap(nodes));
  }

  private Items items(Place place, int level) {
    List<Node> nodes = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      nodes.add(node(place.item(nodes.size(), line()), level + 1));
    }
    return new Items(place, List.copyOf(nodes));
  }

  private Scalar scalar(Place place, JsonToken token) {
    Written written =
        switch (token) {
          case VALUE_STRING -> Written.TEXT;
          case VALUE_NUMBER_INT -> Written.WHOLE;
          case VALUE_NUMBER_FLOAT -> Written.DECIMAL;
          case VALUE_TRUE, VALUE_FALSE -> Written.FLAG;
          default -> Written.EMPTY;
        };
    String text = written == Written.EMPTY ? "" : parser.getString();
    return new Scalar(place, text, written);
  }

  private Place here(Place top) {
    return new Place(top.file(), line(), "");
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private static void refuseTabs(String file, String text) {
    Matcher tab = TAB_INDENT.matcher(text);
    if (tab.find()) {
      int line = (int) text.substring(0, tab.start()).lines().count() + 1;
      throw new Place(file, line, "").wrong("a tab in the indentation; YAML wants spaces");
    }
  }

  private static ConfigException syntax(String file, JacksonException e) {
    TokenStreamLocation location = e.getLocation();
    int line = location == null ? 1 : Math.max(1, location.getLineNr());
    String reason = e.getOriginalMessage();
    String first = reason == null ? "" : reason.lines().findFirst().orElse("");
    return new Place(file, line, "")
        .wrong("not valid YAML (" + first + "); check indentation, colons and quotes");
  }
}
