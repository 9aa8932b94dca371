# One step of the set-up: its line, its log, its child process; and the lock that keeps two set-ups
# apart. Sourced; needs tools.sh; gives begin, quietly, attempt, end, take_lock, drop_lock.

child='' ticker='' locked=''

# begin LOG TITLE ... end: the line of a step, with what it downloaded and how long it took.
begin() {
  log=$private/log/$1.log
  title=$2
  step_began=$(date +%s)
  : >"$log"
  if [ -t 2 ]; then
    (while sleep 1 && kill -0 $$ 2>/dev/null; do progress; done) &
    ticker=$!
  else
    say "$title ... (the first time: up to a minute)"
  fi
}

progress() { printf '\r%s: %s s, %s MB downloaded ' "$title" "$(($(date +%s) - step_began))" "$(downloaded)" >&2; }

end() {
  still
  if [ -t 2 ]; then printf '\r' >&2; fi
  say "$title: $(($(date +%s) - step_began)) s, $(downloaded) MB downloaded"
}

# Stops the ticking line.
still() {
  [ -z "$ticker" ] || { kill "$ticker" && wait "$ticker"; } 2>/dev/null || true
  ticker=
}

# What pip ("Downloading x.whl (1.2 MB)") and Maven ("Downloaded from y: z (34 kB at ...)") told.
downloaded() {
  awk '/Download(ing|ed) .*\([0-9.]+ [kM]?B/ {
    match($0, /\([0-9.]+ [kM]?B/); split(substr($0, RSTART + 1, RLENGTH - 1), amount, " ")
    sum += amount[1] * (amount[2] == "MB" ? 1000 : amount[2] == "kB" ? 1 : 0.001)
  } END { printf "%.0f", sum / 1000 }' "$log"
}

# Runs a command with its output in the step's log. It runs beside the shell, so that a signal is
# answered at once, and its number is in the lock, so that a killed set-up's child still counts.
attempt() {
  "$@" >>"$log" 2>&1 </dev/null &
  child=$!
  echo "$child" >>"$private/lock/pids"
  outcome=0
  wait "$child" || outcome=$?
  child=
  [ $outcome -eq 0 ] || still
  return $outcome
}

quietly() {
  attempt "$@" && return
  say ""
  say "$title: failed. The end of $log:"
  tail -n 15 "$log" | sed 's/^/    /' >&2
  fail "call it again when the cause is mended; what is done stays done."
}

take_lock() {
  waiting=0
  until mkdir "$private/lock" 2>/dev/null; do
    [ -d "$private/lock" ] || [ -w "$private" ] || fail "cannot write in $private: give yourself the right to, or remove that folder"
    holder=$(cat "$private/lock/pids" 2>/dev/null) || holder=
    if [ $waiting -ge 5 ] && ! alive "$holder"; then
      break_lock
    else
      [ $waiting -ne 0 ] || say "Another set-up is at work (process $(echo "$holder" | head -n 1)); waiting for it ..."
      sleep 1
      waiting=$((waiting + 1))
    fi
  done
  locked=yes
  trap drop_lock EXIT
  trap 'stopped 130' INT
  trap 'stopped 143' TERM HUP
  echo $$ >"$private/lock/pids"
}

# A lock without a living process: whoever moves it away may try again; a wrong one is put back.
break_lock() {
  mv "$private/lock" "$private/lock.$$" 2>/dev/null || return 0
  if [ "$(cat "$private/lock.$$/pids" 2>/dev/null)" = "$holder" ]; then
    say "The set-up before this one was killed; going on where it stopped."
    rm -rf "$private/lock.$$"
  else
    mv "$private/lock.$$" "$private/lock"
  fi
}

alive() {
  for process in $1; do
    ! kill -0 "$process" 2>/dev/null || return 0
  done
  return 1
}

drop_lock() {
  [ -z "$locked" ] || rm -rf "$private/lock"
  locked=
  trap - EXIT INT TERM HUP
}

stopped() {
  still
  [ -z "$child" ] || { kill "$child" && wait "$child"; } 2>/dev/null || true
  drop_lock
  say ""
  say "Stopped. Call it again: it goes on from here."
  exit "$1"
}
