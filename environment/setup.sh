# Sets Lectern up in .lectern, each step once: the Python environment, the jars, the kernel spec,
# the class-data archive. A step's stamp is written last, so that an interrupted set-up goes on
# where it stopped. Sourced; needs tools.sh, private.sh and steps.sh; gives set_up.

set_up() {
  case $home in *:*) fail "a class path cannot hold a folder with a colon in its name: $home" ;; esac
  find_jdk || need_tools
  ! everything_is_ready || return 0
  need_tools
  mkdir -p "$private/log" || fail "cannot write in $home, where the folder .lectern belongs"
  take_lock
  if everything_is_ready; then drop_lock && return; fi
  set_up_began=$(date +%s)
  python_is_ready || make_python
  jars_are_ready || build_jars
  jdk_is_known || put jdk "$jdk"
  spec_is_ready || write_spec
  archive_is_ready || train_archive
  say "Set up in $(($(date +%s) - set_up_began)) s; .lectern now takes $(du -sm "$private" | cut -f1) MB."
  drop_lock
}

everything_is_ready() {
  python_is_ready && jars_are_ready && jdk_is_known && spec_is_ready && archive_is_ready
}

checksum() { cat "$@" | cksum | tr ' ' '-'; }
put() { printf '%s\n' "$2" >"$private/$1.new" && mv -f "$private/$1.new" "$private/$1"; }
holds() { [ -e "$private/$1" ] && [ "$(cat "$private/$1")" = "$2" ]; }

# ---- the Python environment ----

lab_key() { printf '%s %s' "$home" "$(checksum "$home/environment/lab.txt" "$home/environment/overrides.json")"; }
# A system's Python that moved on from 3.11 to 3.12 leaves its environment without the packages.
python_is_ready() {
  [ -x "$python" ] && holds python.stamp "$(lab_key)" && holds python.version "$("$python" -I -V 2>&1)"
}

make_python() {
  rm -f "$private/spec.stamp"
  make_environment python lab "The Python environment of JupyterLab"
  settings=$private/python/share/jupyter/lab/settings
  mkdir -p "$settings" && cp "$home/environment/overrides.json" "$settings/"
  # A font with Chinese letters, which plots use where the machine has none of its own.
  mkdir -p "$private/fonts" && mv -f "$private"/python/lib/python3*/site-packages/notojp_matplotlib/fonts/* "$private/fonts/"
  put python.version "$("$python" -I -V 2>&1)"
  put python.stamp "$(lab_key)"
}

# make_environment FOLDER LOCK TITLE: a new environment that holds what environment/LOCK.txt pins.
make_environment() {
  private_python
  begin "$1" "$3"
  rm -rf "${private:?}/$1"
  quietly "$base_python" -I -m venv "$private/$1"
  quietly "$private/$1/bin/python" -m pip install --progress-bar off --no-input --require-hashes \
    --no-deps --only-binary :all: --no-compile -r "$home/environment/$2.txt"
  quietly "$private/$1/bin/python" -m compileall -q -j 2 -x 'tests?/|testing/|lib2to3' "$private/$1/lib"
  rm -rf "$private/cache"
  end
}

# ---- the jars ----

# Ready until a source or a pom is newer than the beginning of the last build.
jars_are_ready() {
  holds jars.stamp "$home" && [ -e "$private/classpath" ] && [ -z "$(newer_sources)" ]
}

newer_sources() {
  (cd "$home" && find pom.xml lib-src/*/pom.xml lib-src/*/src/main datasets -newer "$private/jars.began" 2>/dev/null | head -n 1)
}

build_jars() {
  begin jars "The jars, built by Maven"
  rm -rf "$private/lib.new" "$private/lib.old" && mkdir -p "$private/lib.new" "$private/lib"
  : >"$private/jars.began.new"
  export JAVA_HOME="$jdk"
  quietly "$maven" -B -f "$home/pom.xml" -Dmaven.test.skip=true package \
    dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$private/lib.new"
  version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' "$home/pom.xml")
  cp "$home"/lib-src/*/target/lectern-*-"$version".jar "$private/lib.new/"
  # A jar that did not change keeps its time, and with it the archive stays good.
  for jar in "$private"/lib.new/*.jar; do
    ! cmp -s "$jar" "$private/lib/${jar##*/}" || mv -f "$private/lib/${jar##*/}" "$jar"
  done
  mv "$private/lib" "$private/lib.old" && mv "$private/lib.new" "$private/lib" && rm -rf "$private/lib.old"
  put classpath "$(class_path)"
  put lib.sum "$(checksum "$private"/lib/*.jar)"
  mv -f "$private/jars.began.new" "$private/jars.began"
  put jars.stamp "$home"
  end
}

# Lectern's own jars first, then the others by name: the same order on every machine.
class_path() {
  (
    LC_ALL=C
    for jar in "$private"/lib/lectern-*.jar; do printf '%s:' "$jar"; done
    for jar in "$private"/lib/*.jar; do
      case ${jar##*/} in lectern-*) ;; *) printf '%s:' "$jar" ;; esac
    done
  ) | sed 's/:$//'
}

# ---- the JDK that the kernel starts with ----

jdk_is_known() { holds jdk "$jdk"; }

# ---- the kernel spec: "lectern", and "java" for notebooks written for IJava or JJava ----

spec_key() { printf '%s %s' "$home" "$(checksum "$home/environment/kernelspec.py" "$home"/environment/logo/*)"; }
spec_is_ready() { holds spec.stamp "$(spec_key)"; }

write_spec() {
  "$python" -I "$home/environment/kernelspec.py" private "$home"
  put spec.stamp "$(spec_key)"
}

# ---- the class-data archive: the classes that every kernel loads, mapped instead of parsed ----

archive_key() { printf '%s %s' "$(cat "$private/lib.sum")" "$(checksum "$jdk/release" "$home/environment/train.java" "$home/environment/private.sh")"; }
archive_is_ready() { holds archive.stamp "$(archive_key)"; }

train_archive() {
  begin archive "The class-data archive, which lets kernels start faster"
  rm -f "$private"/archive.jsa "$private"/archive.aot "$private"/archive.new*
  train_archive=$private/archive.new
  if attempt exec_kernel --train "$home/environment/train.java"; then
    [ ! -e "$private/archive.new" ] || mv "$private/archive.new" "$(archive_file "$(java_major "$jdk")")"
    end
  else
    rm -f "$private"/archive.new*
    say "  could not be made ($private/log/archive.log says why); kernels work and start a little slower."
  fi
  train_archive=
  put archive.stamp "$(archive_key)"
}
