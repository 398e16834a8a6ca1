#!/bin/sh
# Sets up everything and passes every check, from a clean clone: `sh tests/all.sh`.
# Stops at the first section that fails, with its exit code.
set -eu
cd "$(dirname "$0")/.."

section() { printf '\n== %s\n' "$1"; }

# Pages are rendered and workbooks computed by LibreOffice, pages read back by poppler, the scoreboard's page opened in
# Chromium; the fonts keep the pictures the same everywhere.
RENDERING="libreoffice-impress libreoffice-calc libreoffice-writer chromium-headless-shell fonts-noto-cjk fonts-liberation fonts-crosextra-carlito fonts-dejavu-core poppler-utils"

missing_packages() {
  for package in $RENDERING; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$package"
  done
}

section "Python environment (.venv)"
if [ ! -x .venv/bin/python ]; then
  python3 -m venv .venv
fi
.venv/bin/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev]'
.venv/bin/python --version

section "Rendering (LibreOffice, fonts, poppler)"
if command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1; then
  packages=$(missing_packages)
  if [ -z "$packages" ]; then
    echo "present"
  elif [ "$(id -u)" = 0 ]; then
    echo "installing: $packages"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # $packages is a list of names: it must split.
    # shellcheck disable=SC2086
    apt-get install -qq -y --no-install-recommends $packages >/dev/null
  else
    echo "missing: $packages"
  fi
fi
if command -v soffice >/dev/null 2>&1 && command -v pdftoppm >/dev/null 2>&1; then
  export UNITDECK_REQUIRE_RENDERED=1
else
  echo "LEFT OUT: the tests marked 'rendered', because LibreOffice or pdftoppm is not installed and this is not"
  echo "          root on Debian. Install: $RENDERING"
fi

if command -v soffice >/dev/null 2>&1 && [ -e "$(dirname "$(readlink -f "$(command -v soffice)")")/libsclo.so" ]; then
  export UNITDECK_REQUIRE_CALC=1
else
  echo "LEFT OUT: the tests that compute a workbook's formulas, because LibreOffice Calc is not installed."
fi

if command -v soffice >/dev/null 2>&1 && [ -e "$(dirname "$(readlink -f "$(command -v soffice)")")/libswlo.so" ]; then
  export UNITDECK_REQUIRE_WRITER=1
else
  echo "LEFT OUT: the tests that open the papers of a session, because LibreOffice Writer is not installed."
fi

if command -v chromium-headless-shell >/dev/null 2>&1; then
  export UNITDECK_REQUIRE_BROWSER=1
else
  echo "LEFT OUT: the tests that open the scoreboard in a browser, because chromium-headless-shell is not installed."
fi

section "ruff check"
.venv/bin/ruff check .
section "ruff format"
.venv/bin/ruff format --check .
section "mypy"
.venv/bin/mypy
section "Floors (import-linter)"
.venv/bin/lint-imports
section "pytest"
.venv/bin/python -m pytest -n 2
section "All passed"
