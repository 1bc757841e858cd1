# Shared by bin/demo, bin/verify, bin/soak: finds the checkout and installs what a fresh Debian or Ubuntu lacks.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "$*"; }

# have_or_install <test command> <package…>: install when root on Debian or Ubuntu, else say what to install.
have_or_install() {
  local probe=$1; shift
  if eval "$probe" >/dev/null 2>&1; then return; fi
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "安装缺少的软件：$*"
    if [ -z "${apt_updated:-}" ]; then apt-get update -qq; apt_updated=1; fi
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
    eval "$probe" >/dev/null 2>&1 || { say "装过 $* 之后仍不可用：$probe"; exit 1; }
  else
    say "请先安装：$*（或同类软件），再运行本命令"; exit 1
  fi
}

# OpenJDK 17 or later, and what the Maven wrapper needs to fetch and unpack Maven.
need_build_tools() {
  have_or_install 'javac -version 2>&1 | grep -qE "javac (1[7-9]|[2-9][0-9])"' openjdk-17-jdk-headless
  have_or_install 'command -v curl' curl ca-certificates
  have_or_install 'command -v unzip' unzip
  have_or_install 'command -v setpriv' util-linux
  # PostgreSQL does not run as root: an account without rights runs it then.
  if [ "$(id -u)" = 0 ] && ! id postgres >/dev/null 2>&1 && ! id zrzy-hub >/dev/null 2>&1; then
    useradd --system --no-create-home --shell /usr/sbin/nologin zrzy-hub
  fi
}

need_browser() {
  have_or_install 'test -x /usr/bin/chromium' chromium
  have_or_install 'fc-list :lang=zh | grep -q .' fontconfig fonts-noto-cjk
  have_or_install 'command -v python3' python3
}
