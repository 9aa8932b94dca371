# ./lectern test: JUnit through Maven, then the Python tests (the script itself, the kernel against
# jupyter_kernel_test, JupyterLab in a headless Chromium). Sourced; gives run_tests, which ends with
# a line of totals and a non-zero code when anything failed.

test_python=$private/test-python/bin/python
reports=$private/test-reports

run_tests() {
  fast=
  case ${1-} in
    --fast) fast=yes && shift ;;
  esac
  [ $# -eq 0 ] || usage "./lectern test [--fast]"
  . "$home/environment/doctor.sh"
  set_up
  need_tools
  failed_steps=
  rm -rf "$reports" "$home"/lib-src/*/target/surefire-reports && mkdir -p "$reports"
  if [ -z "$fast" ]; then make_test_environment; fi
  without_browser=
  if [ -z "$fast" ] && ! find_chromium; then report_no_browser; fi
  java_tests
  if [ -z "$fast" ]; then python_tests; fi
  # shellcheck disable=SC2086  # the steps' names are single words
  "$python" -I "$home/environment/totals.py" "$home" "$reports" ${without_browser:+--without-browser} \
    ${failed_steps:+--failed $failed_steps}
}

make_test_environment() {
  key="$home $(checksum "$home/environment/test.txt")"
  if [ -x "$test_python" ] && holds test-python.stamp "$key"; then return; fi
  take_lock
  make_environment test-python test "The Python environment of the tests"
  put test-python.stamp "$key"
  drop_lock
}

report_no_browser() {
  if [ "${LECTERN_REQUIRE_CHROMIUM-}" = 1 ]; then
    say "No Chromium, and LECTERN_REQUIRE_CHROMIUM=1: this counts as a failure. To install it:"
    failed_steps="$failed_steps chromium"
  else
    say "No Chromium: the tests in a browser are NOT RUN. To install it:"
  fi
  install_line chromium
  without_browser=yes
}

java_tests() {
  excluded=
  [ -z "$fast" ] || excluded=slow,browser
  [ -z "$without_browser" ] || excluded=browser
  (
    export JAVA_HOME="$jdk" LECTERN_HOME="$home" LECTERN_PYTHON="$python"
    [ -n "$fast" ] || export LECTERN_TEST_PYTHON="$test_python"
    exec "$maven" -B -ntp -Dstyle.color=never -f "$home/pom.xml" -Pcheck,bench --fail-at-end verify ${excluded:+"-DexcludedGroups=$excluded"}
  ) || failed_steps="$failed_steps maven"
}

python_tests() {
  (
    private_python
    export JAVA_HOME="$jdk" LECTERN_HOME="$home" LECTERN_PYTHON="$python" LECTERN_CHROMIUM="$chromium"
    cd "$home/lib-src/review/src/test/python"
    exec "$test_python" -m pytest -p no:cacheprovider --junitxml="$reports/TEST-python.xml" \
      ${without_browser:+-m "not browser"} .
  ) || failed_steps="$failed_steps python"
}
