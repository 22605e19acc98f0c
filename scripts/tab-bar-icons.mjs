// Draws the tab bar's pictures: WeChat takes only bitmaps there. 81 px is the size that WeChat asks for.
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { chromium } from 'playwright-core'

const SIZE = 81
const TABS = { home: 'house', 'life-circle': 'target', activities: 'calendar-days', me: 'user-round' }
/** 16 steps of opacity in one colour: a picture of some 500 bytes. */
const SHADES = 16

const roleOf = { off: 'ink-soft', on: 'brand' }

export async function drawTabBar({ svgOf, palettes, folder }) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  })
  try {
    const page = await browser.newPage()
    for (const [tab, icon] of Object.entries(TABS)) {
      const opacity = await page.evaluate(opacityOf, { svg: await svgOf(icon, '#000'), size: SIZE })
      for (const [theme, palette] of Object.entries(palettes)) {
        for (const [state, role] of Object.entries(roleOf)) {
          const file = path.join(folder, theme, `${tab}-${state}.png`)
          await writeFile(file, indexedPng(opacity, palette[role]))
        }
      }
    }
  } finally {
    await browser.close()
  }
}

/* global Image, OffscreenCanvas */
/** Runs in the browser: the opacity of each pixel, 0 to 255, row by row. */
async function opacityOf({ svg, size }) {
  const margin = 8
  const picture = new Image()
  picture.src = `data:image/svg+xml,${encodeURIComponent(svg.replace('<svg ', `<svg width='${size}' height='${size}' `))}`
  await picture.decode()
  const canvas = new OffscreenCanvas(size, size)
  const context = canvas.getContext('2d')
  context.drawImage(picture, margin, margin, size - 2 * margin, size - 2 * margin)
  return Array.from(context.getImageData(0, 0, size, size).data.filter((_, index) => index % 4 === 3))
}

function indexedPng(opacity, colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
  const shades = Array.from({ length: SHADES }, (_, shade) => shade)
  const rows = Array.from({ length: SIZE }, (_, y) => packedRow(opacity.slice(y * SIZE, (y + 1) * SIZE)))
  const header = Buffer.alloc(13)
  header.writeUInt32BE(SIZE, 0)
  header.writeUInt32BE(SIZE, 4)
  header.set([4, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(shades.flatMap(() => [red, green, blue]))),
    chunk('tRNS', Buffer.from(shades.map((shade) => shade * 17))),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Two pixels a byte, after the filter byte "none". */
function packedRow(pixels) {
  const row = Buffer.alloc(1 + Math.ceil(SIZE / 2))
  pixels.forEach((opacity, x) => {
    const shade = Math.round(opacity / 17)
    row[1 + (x >> 1)] |= x % 2 === 0 ? shade << 4 : shade
  })
  return row
}

function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(content.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
