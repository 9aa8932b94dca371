package lectern.kernel.magic.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.display.UserError;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Repository;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.ProxySelector;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.eclipse.aether.util.repository.JreProxySelector;

/**
 * What the user told Maven: {@code ~/.m2/settings.xml}, Maven's own settings where {@code
 * MAVEN_HOME} says where they are, and the local repository.
 *
 * <p>Encrypted passwords are not decrypted.
 */
final class MavenSettings {
  private static final Pattern LOCAL = Pattern.compile("-Dmaven\\.repo\\.local=(\\S+)");

  private final Settings settings;
  private final Path localRepository;

  private MavenSettings(Settings settings, Path localRepository) {
    this.settings = settings;
    this.localRepository = localRepository;
  }

  /**
   * Reads them.
   *
   * @param system {@code user.home}, and {@code maven.repo.local} where it is set
   * @param environment {@code MAVEN_HOME}; {@code MAVEN_ARGS} and {@code MAVEN_OPTS}, which may
   *     name the local repository too
   */
  static MavenSettings read(Properties system, Map<String, String> environment) {
    Path home = Path.of(system.getProperty("user.home"), ".m2");
    Properties properties = new Properties();
    system.stringPropertyNames().forEach(name -> properties.put(name, system.getProperty(name)));
    environment.forEach((name, value) -> properties.put("env." + name, value));
    var request = new DefaultSettingsBuildingRequest();
    request.setSystemProperties(properties);
    request.setUserSettingsFile(home.resolve("settings.xml").toFile());
    String maven = environment.getOrDefault("MAVEN_HOME", environment.get("M2_HOME"));
    if (maven != null) {
      request.setGlobalSettingsFile(new File(maven, "conf/settings.xml"));
    }
    try {
      var builder = new DefaultSettingsBuilderFactory().newInstance();
      Settings settings = builder.build(request).getEffectiveSettings();
      return new MavenSettings(settings, localRepository(properties, settings, home));
    } catch (SettingsBuildingException e) {
      throw new UserError(
          "Maven's settings cannot be read: " + e.getProblems().get(0) + ". Mend that file.", e);
    }
  }

  private static Path localRepository(Properties properties, Settings settings, Path home) {
    String path = properties.getProperty("maven.repo.local");
    for (String variable : List.of("env.MAVEN_ARGS", "env.MAVEN_OPTS")) {
      Matcher matcher = LOCAL.matcher(properties.getProperty(variable, ""));
      if (path == null && matcher.find()) {
        path = matcher.group(1);
      }
    }
    if (path == null) {
      path = settings.getLocalRepository();
    }
    return path == null ? home.resolve("repository") : Path.of(path);
  }

  /** Where files from repositories are kept. */
  Path localRepository() {
    return localRepository;
  }

  /** Whether nothing may be fetched. */
  boolean isOffline() {
    return settings.isOffline();
  }

  /** The repositories of the active profiles. */
  List<RemoteRepository> repositories() {
    List<RemoteRepository> repositories = new ArrayList<>();
    for (Profile profile : settings.getProfiles()) {
      boolean byDefault =
          profile.getActivation() != null && profile.getActivation().isActiveByDefault();
      if (byDefault || settings.getActiveProfiles().contains(profile.getId())) {
        for (Repository repository : profile.getRepositories()) {
          repositories.add(
              new RemoteRepository.Builder(repository.getId(), "default", repository.getUrl())
                  .build());
        }
      }
    }
    return repositories;
  }

  /** Mirrors, proxies and passwords. */
  void applyTo(DefaultRepositorySystemSession session) {
    session.setOffline(isOffline());
    session.setMirrorSelector(mirrors());
    session.setProxySelector(proxies());
    DefaultAuthenticationSelector authentication = new DefaultAuthenticationSelector();
    settings
        .getServers()
        .forEach(
            server ->
                authentication.add(
                    server.getId(), authentication(server.getUsername(), server.getPassword())));
    session.setAuthenticationSelector(authentication);
  }

  private DefaultMirrorSelector mirrors() {
    DefaultMirrorSelector mirrors = new DefaultMirrorSelector();
    settings
        .getMirrors()
        .forEach(
            mirror ->
                mirrors.add(
                    mirror.getId(),
                    mirror.getUrl(),
                    mirror.getLayout(),
                    false,
                    mirror.isBlocked(),
                    mirror.getMirrorOf(),
                    mirror.getMirrorOfLayouts()));
    // As Maven does since 3.8.1: libraries do not come over plain HTTP from other machines.
    return mirrors.add(
        "plain-http-is-blocked", "http://0.0.0.0/", "default", false, true, "external:http:*", "*");
  }

  private ProxySelector proxies() {
    DefaultProxySelector proxies = new DefaultProxySelector();
    boolean any = false;
    for (org.apache.maven.settings.Proxy proxy : settings.getProxies()) {
      if (proxy.isActive()) {
        any = true;
        Authentication who = authentication(proxy.getUsername(), proxy.getPassword());
        proxies.add(
            new Proxy(proxy.getProtocol(), proxy.getHost(), proxy.getPort(), who),
            proxy.getNonProxyHosts());
      }
    }
    return any ? proxies : new JreProxySelector();
  }

  private static Authentication authentication(String user, String password) {
    return user == null
        ? null
        : new AuthenticationBuilder().addUsername(user).addPassword(password).build();
  }
}
