// R14 by PptxGenJS. `node peer_pptxgenjs.mjs one OUT` builds the first variant; `… loop N OUT` builds N and prints
// the median in ms.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import PptxGenJS from 'pptxgenjs'

const DATA = path.join(path.dirname(fileURLToPath(import.meta.url)), 'data')
const VARIANTS = 80
const PALETTE = ['1F4E79', '2E75B6', '9DC3E6', 'F4B183']
const FILLS = { 正常: 'E2F0D9', 关注: 'FFF2CC', 预警: 'F8CBAD' }
const FRAME = { x: 0.667, y: 1.5, w: 12, h: 5.333 }
const MASTERS = { title: 'TITLE', bullets: 'CONTENT' }

const placeholder = (name, type, options) => ({ placeholder: { options: { name, type, ...options }, text: '' } })
const HEAD = placeholder('title', 'title', { x: 0.667, y: 0.3, w: 12, h: 1, align: 'center', fontSize: 36 })

function defineMasters(deck) {
  deck.defineSlideMaster({
    title: 'TITLE',
    objects: [
      placeholder('title', 'title', { x: 1, y: 2.3, w: 11.3, h: 1.6, align: 'center', fontSize: 44 }),
      placeholder('body', 'body', { x: 2, y: 4.2, w: 9.3, h: 1.9, align: 'center', fontSize: 32 }),
    ],
  })
  const body = placeholder('body', 'body', { x: 0.667, y: 1.75, w: 12, h: 4.95, fontSize: 28 })
  deck.defineSlideMaster({ title: 'CONTENT', objects: [HEAD, body] })
  deck.defineSlideMaster({ title: 'ONLY', objects: [HEAD] })
}

function cell(text, row) {
  if (row === 0) return { text, options: { fill: { color: PALETTE[0] }, color: 'FFFFFF', bold: true, fontSize: 14 } }
  return { text, options: { fill: { color: FILLS[text] ?? (row % 2 ? 'F2F7FC' : 'FFFFFF') }, fontSize: 14 } }
}

const DRAW = {
  title: (slide, plan) => slide.addText(plan.subtitle, { placeholder: 'body' }),
  bullets: (slide, plan) =>
    slide.addText(
      plan.items.map((text) => ({ text, options: { bullet: true, breakLine: true } })),
      { placeholder: 'body' },
    ),
  table: (slide, plan) =>
    slide.addTable(
      plan.rows.map((row, i) => row.map((text) => cell(text, i))),
      { ...FRAME, border: { type: 'solid', pt: 1, color: 'FFFFFF' } },
    ),
  chart: (slide, plan, deck) => {
    const kind = plan.chart
    const data = plan.series.map(([name, values]) => ({ name, labels: plan.categories, values }))
    const options = {
      ...FRAME,
      showLegend: data.length > 1 || kind === 'doughnut',
      legendPos: 'b',
      chartColors: PALETTE,
      catAxisLabelFontSize: 12,
      valAxisLabelFontSize: 12,
    }
    if (plan.labels) {
      const dataLabelFormatCode = kind === 'doughnut' ? '0%' : '0.0'
      Object.assign(options, { showValue: true, dataLabelFormatCode, dataLabelFontSize: 10 })
    }
    if (kind === 'column' || kind === 'stacked' || kind === 'bar') {
      options.barDir = kind === 'bar' ? 'bar' : 'col'
      options.barGrouping = kind === 'stacked' ? 'stacked' : 'clustered'
    }
    const types = { line: deck.charts.LINE, doughnut: deck.charts.DOUGHNUT }
    slide.addChart(types[kind] ?? deck.charts.BAR, data, options)
  },
  pictures: (slide, plan) =>
    plan.pictures.forEach((file, i) => {
      const x = FRAME.x + i * 6.1
      slide.addImage({ path: path.join(DATA, file), x, y: 1.75, w: 5.9, h: 3.319 })
      slide.addText(plan.captions[i], { x, y: 5.25, w: 5.9, h: 0.5 })
    }),
  timeline: (slide, plan, deck) =>
    plan.steps.forEach(([when, what], i) =>
      slide.addText([{ text: when, options: { breakLine: true } }, { text: what }], {
        shape: i ? deck.shapes.CHEVRON : deck.shapes.PENTAGON,
        x: FRAME.x + i,
        y: 3,
        w: 1,
        h: 1.5,
        fill: { color: PALETTE[i % 3] },
        fontSize: 11,
        color: 'FFFFFF',
      }),
    ),
}

async function build(slides, out) {
  const deck = new PptxGenJS()
  deck.layout = 'LAYOUT_WIDE'
  defineMasters(deck)
  for (const plan of slides) {
    const slide = deck.addSlide({ masterName: MASTERS[plan.kind] ?? 'ONLY' })
    slide.addText(plan.title, { placeholder: 'title' })
    DRAW[plan.kind](slide, plan, deck)
    slide.addNotes(plan.notes)
  }
  await deck.writeFile({ fileName: out })
}

const load = (variant) => JSON.parse(fs.readFileSync(path.join(DATA, `r14_${variant % VARIANTS}.json`), 'utf8'))

const [mode, ...rest] = process.argv.slice(2)
if (mode === 'one') {
  await build(load(0), rest[0])
} else {
  const times = []
  for (let variant = 0; variant < Number(rest[0]); variant++) {
    const start = performance.now()
    await build(load(variant), rest[1])
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  console.log(times[times.length >> 1])
}
