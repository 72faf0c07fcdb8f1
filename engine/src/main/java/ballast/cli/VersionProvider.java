package ballast.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest, or that this is a build from sources. */
final class VersionProvider implements IVersionProvider {
  static String version() {
    String version = VersionProvider.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"ballast " + version() + " (Java " + Runtime.version() + ")"};
  }
}
