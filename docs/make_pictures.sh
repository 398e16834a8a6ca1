#!/bin/sh
# Renews docs/pictures from the sample decks, and the manuals of charts from the gallery: `sh docs/make_pictures.sh`
# (needs LibreOffice and poppler).
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"${PYTHON:-.venv/bin/python}" -m unitdeck build decks/2022-05-30-first -o "$work" >/dev/null
soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf --outdir "$work" \
  "$work/02-城郊街道办事处.pptx" "$work/07-市人社局.pptx" >/dev/null 2>&1
mkdir -p docs/pictures
picture() { pdftoppm -r 80 -f "$3" -l "$3" -singlefile -png "$work/$2.pdf" "docs/pictures/$1"; }
picture cover 07-市人社局 1
picture overview 07-市人社局 3
picture progress 02-城郊街道办事处 5
picture trends 07-市人社局 7
picture ranks 07-市人社局 8
picture measures 07-市人社局 12
picture photos 02-城郊街道办事处 11
"${PYTHON:-.venv/bin/python}" docs/make_charts.py
