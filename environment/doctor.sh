# What is here, where and how big, and what would fail. Sourced; needs tools.sh, private.sh and
# setup.sh; gives examine, which ends with a non-zero code when something needed would fail.
# It changes nothing: what is not set up yet is only said to be so.

examine() {
  faults=0
  exec 2>&1
  head_line "Lectern"
  fact "project" "$home"
  fact "system" "$(uname -srm)$(sed -n 's/^PRETTY_NAME="\(.*\)"/, \1/p' /etc/os-release 2>/dev/null)"
  fact "processor" "$(processor)"
  fact "memory" "$(memory)"
  [ -w "$home" ] || fault "the project's folder cannot be written" "give yourself the right to, or clone it elsewhere"
  case $home in *:*) fault "the project's path holds a colon" "move the project: a class path cannot name it" ;; esac

  head_line "Tools"
  if find_jdk; then fact "JDK" "$jdk_major in $jdk"; else missing_fact jdk "a JDK, 17 or newer"; fi
  if [ -n "${jdk-}" ]; then
    if find_maven; then fact "Maven" "$version in $maven"; else missing_fact maven "Maven, 3.8 or newer"; fi
  fi
  if find_python; then fact "Python" "$version in $base_python"; else missing_fact python "Python, 3.10 or newer, with venv"; fi

  head_line "Set-up (.lectern)"
  if [ -n "${jdk-}" ] && [ -e "$private" ]; then
    state "Python environment" python_is_ready python
    state "jars" jars_are_ready lib
    state "kernel spec" spec_is_ready python/share/jupyter/kernels
    archive_state
    fact "all of .lectern" "$(megabytes "$private")"
  else
    fact "state" "not set up yet; the first ./lectern lab does it"
  fi
  fact "downloaded data" "$(data_folder) ($(megabytes "$(data_folder)"))"
  fact "Maven's store" "$HOME/.m2 ($(megabytes "$HOME/.m2")), shared with all Maven projects"

  head_line "Surroundings"
  loopback
  fonts
  browser
  variables

  say ""
  if [ "$faults" -eq 0 ]; then
    say "Nothing here would fail."
  else
    fail "$faults of these would fail; what to do stands beside each."
  fi
}

head_line() { say "" && say "$1"; }
fact() { printf '  %-20s %s\n' "$1" "$2" >&2; }
note() { fact "$1" "$2"; }
fault() { faults=$((faults + 1)) && fact "WOULD FAIL" "$1: $2"; }

missing_fact() {
  fault "no $2${refused:+ (found: $refused)}" "install it:"
  install_line "$1"
}

megabytes() { if [ -e "$1" ]; then echo "$(du -sm "$1" | cut -f1) MB"; else echo "nothing there"; fi; }

# state TITLE CHECK FOLDER
state() {
  if "$2"; then fact "$1" "ready ($(megabytes "$private/$3"))"; else fact "$1" "out of date or missing; the next ./lectern lab mends it"; fi
}

archive_state() {
  if ! [ -e "$private/lib.sum" ] || ! archive_is_ready; then
    fact "class-data archive" "out of date or missing; the next ./lectern lab mends it"
  elif [ -e "$(archive_file "$jdk_major")" ]; then
    fact "class-data archive" "ready ($(megabytes "$(archive_file "$jdk_major")"))"
  else
    fact "class-data archive" "could not be made: $private/log/archive.log; kernels start a little slower"
  fi
}

processor() {
  if [ -r /proc/cpuinfo ]; then
    model=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
    flags=$(sed -n 's/^\(flags\|Features\)[^:]*: //p' /proc/cpuinfo | head -n 1)
    count=$(grep -c '^processor' /proc/cpuinfo)
  else
    model=$(sysctl -n machdep.cpu.brand_string 2>/dev/null || uname -m)
    flags=$(sysctl -n machdep.cpu.leaf7_features machdep.cpu.features 2>/dev/null | tr '[:upper:]' '[:lower:]' || true)
    count=$(sysctl -n hw.ncpu 2>/dev/null || echo '?')
  fi
  case " $flags " in
    *\ avx512f\ *) vectors="AVX-512 (16 floats at once)" ;;
    *\ avx2\ *) vectors="AVX2 (8 floats at once)" ;;
    *\ asimd\ *) vectors="NEON (4 floats at once)" ;;
    *) vectors="no wide vector unit known" ;;
  esac
  echo "${model:-$(uname -m)}, $count cores, $vectors"
}

memory() {
  if [ -r /proc/meminfo ]; then
    awk '/^MemTotal/ {total = $2} /^MemAvailable/ {free = $2}
      END {printf "%.1f GB, %.1f GB free", total / 1048576, free / 1048576}' /proc/meminfo
  else
    sysctl -n hw.memsize 2>/dev/null | awk '{printf "%.1f GB", $1 / 1073741824}'
  fi
}

data_folder() {
  if [ -n "${LECTERN_DATA-}" ]; then
    echo "$LECTERN_DATA"
  elif [ "$(uname -s)" = Darwin ]; then
    echo "$HOME/Library/Caches/lectern/datasets"
  else
    echo "${XDG_CACHE_HOME:-$HOME/.cache}/lectern/datasets"
  fi
}

# JupyterLab and the kernels talk over ports of this machine: is one to be had, and does it answer?
loopback() {
  check=${base_python-}
  [ ! -x "$python" ] || check=$python
  [ -n "$check" ] || return 0
  if answer=$("$check" -I "$home/environment/loopback.py" 2>&1); then
    fact "loopback" "$answer"
  else
    fault "loopback: $answer" "JupyterLab and the kernels need 127.0.0.1; look at the firewall or the container"
  fi
}

fonts() {
  if [ -n "${LECTERN_FONTS-}" ]; then
    fact "fonts" "LECTERN_FONTS=$LECTERN_FONTS"
    absent=$(printf '%s\n' "$LECTERN_FONTS" | tr ':' '\n' | while read -r folder; do [ -d "$folder" ] || echo "$folder"; done)
    [ -z "$absent" ] || fault "LECTERN_FONTS names $absent, which is no folder" "name folders of .ttf or .otf files, or unset it"
  elif ! command -v fc-list >/dev/null; then
    note "Chinese font" "cannot tell (no fc-list here)"
  elif font=$(fc-list :lang=zh-cn family | sed 's/,.*//' | LC_ALL=C sort -u | head -n 1) && [ -n "$font" ]; then
    fact "Chinese font" "$font"
  else
    fact "Chinese font" "none installed: plots use the one in .lectern/fonts"
  fi
}

find_chromium() {
  for chromium in ${LECTERN_CHROMIUM:+"$LECTERN_CHROMIUM"} chromium chromium-browser google-chrome; do
    if chromium=$(command -v "$chromium"); then return 0; fi
  done
  chromium=
  return 1
}

browser() {
  if find_chromium; then
    fact "Chromium" "$chromium (only the tests use it)"
  elif [ "${LECTERN_REQUIRE_CHROMIUM-}" = 1 ]; then
    fault "no Chromium, and LECTERN_REQUIRE_CHROMIUM=1" "install it:"
    install_line chromium
  else
    note "Chromium" "none: ./lectern test leaves out what needs a browser. To install it:"
    install_line chromium
  fi
}

variables() {
  for name in JAVA_HOME JAVA_TOOL_OPTIONS LECTERN_JAVA_OPTIONS LECTERN_THEME; do
    eval "value=\${$name-}"
    [ -z "$value" ] || fact "$name" "$value"
  done
}
