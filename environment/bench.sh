# ./lectern bench: measures Lectern beside the programs that people use today. The peers go into a
# Python environment of their own, the measuring classes into jars of their own, both when first
# asked for, so that nobody's set-up grows. Sourced; gives run_bench.

run_bench() {
  . "$home/environment/doctor.sh"
  set_up
  need_tools
  make_bench_environment bench-python bench "The Python environment of the peers"
  for word; do
    [ "$word" != lstm ] ||
      make_bench_environment bench-lstm-python bench-lstm "The Python environment of PyTorch, some 5 GB"
    [ "$word" != kernels ] ||
      make_bench_environment bench-kernels bench-kernels "The Python environment of the other kernels"
  done
  build_bench_jars
  private_python
  LECTERN_MACHINE=$(processor)
  export LECTERN_MACHINE
  bench_jars=$(printf '%s:' "$private"/bench-lib/*.jar)
  exec_java --add-modules=jdk.incubator.vector -cp "$bench_jars$(cat "$private/classpath")" \
    lectern.bench.Main "$@"
}

# make_bench_environment FOLDER LOCK TITLE, once.
make_bench_environment() {
  key="$home $(checksum "$home/environment/$2.txt")"
  if [ -x "$private/$1/bin/python" ] && holds "$1.stamp" "$key"; then return; fi
  at_least 3.11 "$version" || fail "the peers need Python 3.11 or newer; here is $version in $base_python"
  take_lock
  make_environment "$1" "$2" "$3"
  put "$1.stamp" "$key"
  drop_lock
}

# Ready until a source of any module or a pom is newer than the beginning of the last build.
build_bench_jars() {
  if holds bench.stamp "$home" && [ -e "$private/bench-lib/bench.jar" ] && [ -z "$(newer_bench_sources)" ]; then return; fi
  take_lock
  begin bench "The measuring classes, built by Maven"
  rm -rf "$private/bench-lib" && mkdir -p "$private/bench-lib"
  : >"$private/bench.began.new"
  export JAVA_HOME="$jdk"
  quietly "$maven" -B -f "$home/pom.xml" -Pbench -pl lib-src/bench -am -Dmaven.test.skip=true package
  # Only what is not on the class path of everybody.
  quietly "$maven" -B -f "$home/pom.xml" -Pbench -pl lib-src/bench -am -Dmaven.test.skip=true process-classes \
    dependency:copy-dependencies -DincludeGroupIds=org.openjdk.jmh,net.sf.jopt-simple \
    -DoutputDirectory="$private/bench-lib"
  cp "$home/lib-src/bench/target/bench.jar" "$private/bench-lib/"
  mv -f "$private/bench.began.new" "$private/bench.began"
  put bench.stamp "$home"
  end
  drop_lock
}

newer_bench_sources() {
  (cd "$home" && find pom.xml lib-src/*/pom.xml lib-src/*/src/main datasets -newer "$private/bench.began" 2>/dev/null | head -n 1)
}
