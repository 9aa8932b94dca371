# Finds the JDK, Maven and Python that Lectern needs, and says what to install when one is missing.
# Sourced; gives: say, fail, usage, find_jdk (sets jdk, jdk_major), find_maven (maven), find_python
# (base_python). A finder leaves its reason in $refused and returns 1.

say() { printf '%s\n' "$*" >&2; }
fail() { say "lectern: $*"; exit 1; }
usage() { say "usage: $*"; exit 2; }

# at_least 3.8 3.10.1 -> true: the second version is the first or newer, number by number.
at_least() {
  least_major=${1%%.*} least_minor=${1#*.}
  found_major=${2%%.*} found_minor=${2#*.}
  found_minor=${found_minor%%[!0-9]*}
  [ "$found_major" -gt "$least_major" ] ||
    { [ "$found_major" -eq "$least_major" ] && [ "${found_minor:-0}" -ge "$least_minor" ]; }
}

# One line a property: java.home and java.specification.version of a java command.
java_properties() {
  "$1" -XshowSettings:properties -version 2>&1 |
    sed -n -e 's/^ *java\.home = /home=/p' -e 's/^ *java\.specification\.version = /version=/p'
}

# JAVA_HOME first, then the PATH, then what macOS knows. A JDK, not a mere runtime: javac is there.
find_jdk() {
  refused=
  for candidate in ${JAVA_HOME:+"$JAVA_HOME/bin/java"} java /usr/libexec/java_home; do
    if [ "$candidate" = /usr/libexec/java_home ]; then
      [ -x "$candidate" ] || continue
      candidate=$("$candidate" -v 17+ 2>/dev/null)/bin/java
    fi
    if ! found=$(command -v "$candidate"); then
      [ "$candidate" = java ] || refused="$refused; JAVA_HOME=${JAVA_HOME-} has no bin/java"
      continue
    fi
    properties=$(java_properties "$found") || properties=
    jdk=$(printf '%s\n' "$properties" | sed -n 's/^home=//p')
    jdk_major=$(printf '%s\n' "$properties" | sed -n 's/^version=//p')
    case $jdk_major in
      1.*) jdk_major=${jdk_major#1.} ;;
      '' | *[!0-9]*) refused="$refused; $found does not tell its version"; continue ;;
    esac
    if [ "$jdk_major" -lt 17 ]; then
      refused="$refused; $found is Java $jdk_major"
    elif [ ! -x "$jdk/bin/javac" ]; then
      refused="$refused; $found is Java $jdk_major without a compiler (a JRE, not a JDK)"
    else
      return 0
    fi
  done
  refused=${refused#; }
  return 1
}

find_maven() {
  refused=
  maven=$(command -v mvn) || return 1
  version=$(JAVA_HOME=$jdk "$maven" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p')
  [ -n "$version" ] || { refused="$maven does not tell its version"; return 1; }
  at_least 3.8 "$version" || { refused="$maven is Maven $version"; return 1; }
}

# The private environment is made by this Python and then stands on its own.
find_python() {
  refused=
  for candidate in python3 python3.13 python3.12 python3.11 python3.10 python; do
    found=$(command -v "$candidate") || continue
    version=$("$found" -I -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
    if ! at_least 3.10 "$version"; then
      refused="$refused; $found is Python $version"
    elif ! "$found" -I -c 'import venv, ensurepip' 2>/dev/null; then
      refused="$refused; $found (Python $version) lacks venv or ensurepip"
    else
      base_python=$("$found" -I -c 'import sys; print(sys.executable)')
      return 0
    fi
  done
  refused=${refused#; }
  return 1
}

# The system's way to install: debian, fedora, macos, windows or other.
system() {
  case $(uname -s) in
    Darwin) echo macos ;;
    MINGW* | MSYS* | CYGWIN*) echo windows ;;
    *)
      case " $(sed -n 's/^ID\(_LIKE\)\{0,1\}=//p' /etc/os-release 2>/dev/null | tr -d '"' | tr '\n' ' ')" in
        *\ debian\ * | *\ ubuntu\ *) echo debian ;;
        *\ fedora\ * | *\ rhel\ *) echo fedora ;;
        *) echo other ;;
      esac
      ;;
  esac
}

# install_line jdk|maven|python: what to type on this system (on an unknown one, on each).
install_line() {
  case $1 in
    jdk) set -- openjdk-17-jdk java-21-openjdk-devel openjdk@21 EclipseAdoptium.Temurin.21.JDK ;;
    maven) set -- maven maven maven "" ;;
    python) set -- "python3 python3-venv" python3 python@3.12 Python.Python.3.12 ;;
    chromium) set -- chromium chromium "--cask chromium" "" ;;
  esac
  case ${system:=$(system)} in
    debian | other) say "    Debian, Ubuntu:  sudo apt-get install $1" ;;
  esac
  case $system in
    fedora | other) say "    Fedora:          sudo dnf install $2" ;;
  esac
  case $system in
    macos | other) [ -z "$3" ] || say "    macOS:           brew install $3" ;;
  esac
  case $system in
    windows)
      if [ -n "$4" ]; then say "    Windows:         winget install $4"; fi
      say "    or, better tried: Lectern inside WSL (wsl --install -d Debian), with apt-get there"
      ;;
  esac
}

# Names every tool that is missing, too old or halved, all at once, and stops.
need_tools() {
  missing=
  find_jdk || missing_tool jdk "a JDK, version 17 or newer"
  if [ -n "${jdk-}" ] && [ -z "$missing" ]; then
    find_maven || missing_tool maven "Maven, version 3.8 or newer"
  elif ! command -v mvn >/dev/null; then
    missing_tool maven "Maven, version 3.8 or newer"
  fi
  find_python || missing_tool python "Python, version 3.10 or newer, with venv"
  [ -z "$missing" ] || fail "install the above and call it again; nothing was changed."
}

missing_tool() {
  missing="$missing $1"
  say "Lectern needs $2.${refused:+ Found: $refused.} To install it:"
  install_line "$1"
}
