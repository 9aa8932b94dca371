# The walls: Jupyter, Python and Java see Lectern's own folders and none of the user's.
# Sourced; needs $home; gives $private, $python, private_python, private_jupyter,
# utf8_locale, archive_file, exec_java, exec_kernel.

private=$home/.lectern
python=$private/python/bin/python

# The user's settings of the package index (mirror, certificate, proxy) stay in force.
private_python() {
  unset PYTHONPATH PYTHONHOME PYTHONSTARTUP PYTHONDONTWRITEBYTECODE PYTHONPYCACHEPREFIX
  unset PIP_TARGET PIP_PREFIX PIP_ROOT PIP_CONSTRAINT PIP_NO_BINARY
  export PYTHONNOUSERSITE=1 PYTHONUTF8=1
  export PIP_USER=0 PIP_REQUIRE_VIRTUALENV=1 PIP_DISABLE_PIP_VERSION_CHECK=1
  export PIP_CACHE_DIR="$private/cache/pip"
}

private_jupyter() {
  private_python
  unset JUPYTER_PATH JUPYTER_NO_CONFIG JUPYTERLAB_DIR JUPYTER_TOKEN JUPYTER_PORT
  export JUPYTER_PREFER_ENV_PATH=1 JUPYTER_PLATFORM_DIRS=1
  export JUPYTER_CONFIG_DIR="$private/jupyter/config"
  export JUPYTER_DATA_DIR="$private/jupyter/data"
  export JUPYTER_RUNTIME_DIR="$private/jupyter/runtime"
  export JUPYTER_CONFIG_PATH="$home/environment/jupyter"
  export JUPYTERLAB_SETTINGS_DIR="$private/jupyter/settings"
  export JUPYTERLAB_WORKSPACES_DIR="$private/jupyter/workspaces"
  export IPYTHONDIR="$private/ipython"
  export LECTERN_HOME="$home" LECTERN_PYTHON="$python"
  PATH=$private/python/bin:$PATH
}

# Java opens a path in Chinese characters only in a locale that can spell it.
utf8_locale() {
  case $(locale charmap 2>/dev/null) in
    UTF-8 | utf8) ;;
    *)
      unset LC_ALL
      if [ "$(uname -s)" = Darwin ]; then LC_CTYPE=UTF-8; else LC_CTYPE=C.UTF-8; fi
      export LC_CTYPE
      ;;
  esac
}

# java_major JDK: from its release file, without starting it.
java_major() {
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || true
}

# The JVM flags that depend on the Java version alone.
jvm_flags() {
  printf '%s\n' -Dfile.encoding=UTF-8 -Djava.awt.headless=true \
    -XX:-OmitStackTraceInFastThrow
  [ "$1" -lt 24 ] || printf '%s\n' --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
}

# A kernel waits most of the time: its heap begins small and grows no further than it must.
# Measured over 150 results of 1 MB: 76 to 183 MB of memory; by Java's own choice 99 to 469 MB.
small_heap() {
  printf '%s\n' -Xms24m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40
  case ${LECTERN_JAVA_OPTIONS-} in *-XX:+Use*GC*) ;; *) echo -XX:+UseParallelGC ;; esac
}

# The kernel computes, so it asks for the vector unit; Java says so in a line on its error stream.
# Deeplearning4j's native loops are short: handing them to threads costs more than it saves, and our
# own layers use the threads.
exec_kernel() {
  export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"
  # The pooled compiler needs three packages of the JDK's own.
  exports=--add-exports=jdk.compiler/com.sun.tools.javac
  heap=$(small_heap)
  exec_java --add-modules=jdk.incubator.vector "$exports.api=ALL-UNNAMED" \
    "$exports.code=ALL-UNNAMED" "$exports.util=ALL-UNNAMED" lectern.kernel.Main "$@"
}

# archive_file MAJOR: where the classes of that Java are kept ready; from Java 25 on with the profiles
# of the methods that a start runs.
archive_file() { if [ "$1" -ge 25 ]; then echo "$private/archive.aot"; else echo "$private/archive.jsa"; fi; }

# exec_java [OPTIONS] CLASS ARGUMENTS: becomes that Java program, with the archive when it is there.
exec_java() {
  java_home=$(cat "$private/jdk")
  major=$(java_major "$java_home")
  archive=$(archive_file "$major")
  flags=$(jvm_flags "$major")
  # Options first to last: ours, the user's, the program's.
  set -- -cp "$(cat "$private/classpath")" "-Dorg.bytedeco.javacpp.cachedir=$private/javacpp" \
    -Dorg.deeplearning4j.crash.reporting.enabled=false "$@"
  case ${train_archive-}:$archive in
    ?*:*.aot) set -- "-XX:AOTCacheOutput=$train_archive" "$@" ;;
    ?*:*.jsa) set -- "-XX:ArchiveClassesAtExit=$train_archive" "$@" ;;
    :*.aot) [ ! -e "$archive" ] || set -- "-XX:AOTCache=$archive" -Xlog:aot=off -Xlog:cds=off "$@" ;;
    :*.jsa) [ ! -e "$archive" ] || set -- "-XX:SharedArchiveFile=$archive" -Xlog:cds=off -Xlog:cds+dynamic=off "$@" ;;
  esac
  export LECTERN_HOME="$home" LECTERN_PYTHON="$python"
  # shellcheck disable=SC2086  # the flags are words by design
  exec "$java_home/bin/java" $flags ${heap-} ${LECTERN_JAVA_OPTIONS-} "$@"
}
