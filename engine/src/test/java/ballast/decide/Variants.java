package ballast.decide;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Copies of a record that differ from it in one field each, however deep it lies. */
final class Variants {
  /** A copy, and the path of the field in which it differs. */
  record Variant(String path, Object record) {}

  private Variants() {}

  static List<Variant> of(Record whole) {
    List<Variant> variants = new ArrayList<>();
    RecordComponent[] components = whole.getClass().getRecordComponents();
    Object[] values = Arrays.stream(components).map(it -> read(whole, it)).toArray();
    for (int i = 0; i < components.length; i++) {
      for (Variant other : others(components[i].getName(), values[i])) {
        Object[] changed = values.clone();
        changed[i] = other.record();
        make(whole, components, changed)
            .ifPresent(copy -> variants.add(new Variant(other.path(), copy)));
      }
    }
    return variants;
  }

  private static List<Variant> others(String path, Object value) {
    if (value instanceof Long number) {
      return List.of(new Variant(path, number + 1));
    }
    if (value instanceof String text) {
      return List.of(new Variant(path, text + "x"), new Variant(path, text + "\n"));
    }
    if (value instanceof Enum<?> one) {
      return Arrays.stream(one.getDeclaringClass().getEnumConstants())
          .filter(it -> it != one)
          .map(it -> new Variant(path, it))
          .toList();
    }
    if (value instanceof Record record) {
      return of(record).stream()
          .map(it -> new Variant(path + "." + it.path(), it.record()))
          .toList();
    }
    if (value instanceof Optional<?> some) {
      List<Variant> variants = new ArrayList<>();
      variants.add(new Variant(path, Optional.empty()));
      others(path, some.orElseThrow())
          .forEach(it -> variants.add(new Variant(it.path(), Optional.of(it.record()))));
      return variants;
    }
    if (value instanceof Set<?> set) {
      Set<Object> fewer = new HashSet<>(set);
      fewer.remove(fewer.iterator().next());
      return List.of(new Variant(path, fewer), new Variant(path, Set.of()));
    }
    if (value instanceof List<?> list) {
      return ofList(path, list);
    }
    throw new IllegalArgumentException("no variants of " + path + " " + value);
  }

  private static List<Variant> ofList(String path, List<?> list) {
    List<Variant> variants = new ArrayList<>();
    variants.add(new Variant(path, list.subList(0, list.size() - 1)));
    int last = list.size() - 1;
    for (Variant other : others(path, list.get(last))) {
      List<Object> changed = new ArrayList<>(list);
      changed.set(last, other.record());
      variants.add(new Variant(other.path(), changed));
    }
    return variants;
  }

  private static Object read(Record whole, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(whole);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /** Empty where the record refuses the value, as joined tiers refuse another floor. */
  private static Optional<Object> make(
      Record whole, RecordComponent[] components, Object[] values) {
    try {
      Constructor<?> constructor =
          whole
              .getClass()
              .getDeclaredConstructor(
                  Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return Optional.of(constructor.newInstance(values));
    } catch (InvocationTargetException refused) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
