/**
 * Libraries from Maven repositories, by Maven Resolver. Loaded at the first {@code %maven}.
 *
 * <p>Entry: {@link lectern.kernel.magic.maven.MavenDependencies#start}. Results: {@link
 * lectern.kernel.magic.maven.ResolvedArtifact}. Honours {@code ~/.m2/settings.xml} and the local
 * repository, as Maven does.
 */
package lectern.kernel.magic.maven;
