package ballast.decide;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Classes made from source text while a test runs, as a stranger would make them. */
public final class CompiledSource {
  private CompiledSource() {}

  /**
   * Compiles against the class path of the tests.
   *
   * @param sources source text by path, such as {@code acme/Calm.java}
   * @return the folder of the class files
   */
  public static Path compile(Path folder, Map<String, String> sources) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve("source").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.getValue()));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      Iterable<? extends JavaFileObject> units = manager.getJavaFileObjectsFromPaths(files);
      List<String> options =
          List.of(
              "-d",
              classes.toString(),
              "-proc:none",
              "--release",
              "17",
              "-classpath",
              System.getProperty("java.class.path"));
      if (!compiler.getTask(messages, manager, null, options, null, units).call()) {
        throw new IllegalArgumentException("the source does not compile:\n" + messages);
      }
    }
    return classes;
  }
}
