// Makes the pictures of docs/ again from those that the last run of the browser tests has left in target/screenshots:
// every docs/pictures/<size>-<language>/<name>.webp that a page of docs shows. Chromium draws and compresses them.
//   npm run pictures
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { chromium } from '@playwright/test'

const DOCS = '../docs'
const TAKEN = 'target/screenshots'
/** No picture of docs is larger, in bytes. */
const LIMIT = 100_000
/** The beginning of a page is enough to know it. */
const TALLEST = { desk: 1000, phone: 915 }

const shown = new Set(
  readdirSync(DOCS)
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => [...readFileSync(join(DOCS, name), 'utf8').matchAll(/pictures\/([\w-]+\/[\w-]+)\.webp/g)])
    .map(([, name]) => name),
)

/* global createImageBitmap, OffscreenCanvas -- of the browser, as is what uses them */
/** In the browser: the upper part of a picture as WebP, in base64. */
async function drawn({ png, tallest, quality }) {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob())
  const canvas = new OffscreenCanvas(image.width, Math.min(image.height, tallest))
  canvas.getContext('2d').drawImage(image, 0, 0)
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality })
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

const installed = process.env.WHISTLE_CHROMIUM ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined)
const browser = await chromium.launch(installed === undefined ? {} : { executablePath: installed })
const page = await browser.newPage()
rmSync(join(DOCS, 'pictures'), { recursive: true, force: true })
let total = 0
for (const name of [...shown].sort()) {
  const png = readFileSync(join(TAKEN, `${name}.png`)).toString('base64')
  const tallest = TALLEST[name.split('-')[0]]
  let webp = null
  for (let quality = 0.8; webp === null || webp.length > LIMIT; quality -= 0.1) {
    if (quality < 0.2) throw new Error(`${name} does not fit into ${LIMIT} bytes`)
    webp = Buffer.from(await page.evaluate(drawn, { png, tallest, quality }), 'base64')
  }
  const target = join(DOCS, 'pictures', `${name}.webp`)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, webp)
  total += webp.length
}
await browser.close()
console.log(`${shown.size} pictures, ${Math.round(total / 1000)} kB`)
