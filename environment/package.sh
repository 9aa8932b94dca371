# ./lectern kernel package: the kernel without the workbench, for others. One jar that holds all of
# it and installs itself, and a wheel around that jar. Sourced; gives package_kernel.

package_kernel() {
  need_tools
  mkdir -p "$private/log"
  standalone=$home/lib-src/kernel/target/standalone
  folder=${1-$standalone}
  mkdir -p "$folder" || fail "cannot write in $folder"
  take_lock
  begin package "The kernel's own jar and wheel"
  export JAVA_HOME="$jdk"
  quietly "$maven" -B -f "$home/pom.xml" -Pstandalone -pl lib-src/kernel -am -Dmaven.test.skip=true package
  version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' "$home/pom.xml")
  [ "$folder" = "$standalone" ] || cp "$standalone/lectern-kernel.jar" "$folder/"
  wheel=$("$base_python" -I "$home/environment/wheel.py" "$home" "$folder/lectern-kernel.jar" "$version" "$folder")
  end
  drop_lock
  say "  $folder/lectern-kernel.jar    java -jar lectern-kernel.jar install --user"
  say "  $wheel"
}
