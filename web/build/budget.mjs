// The first load of the console: what index.html and the console's first page need, compressed as it is sent.
import { readFileSync, statSync } from 'node:fs'

const DIST = 'target/classes/META-INF/whistle-web'
const LIMIT_KB = 300
const ENTRY = ['index.html', 'src/console/routes.ts', 'src/console/queue/QueuePage.vue']

const manifest = JSON.parse(readFileSync(`${DIST}/manifest.json`, 'utf8'))
const scripts = new Set()
const seen = new Set()

/** A chunk and everything it imports before it runs. */
function visit(key) {
  if (seen.has(key)) return
  seen.add(key)
  const chunk = manifest[key]
  if (!chunk) throw new Error(`${key} is not in the manifest of the build`)
  if (chunk.file.endsWith('.js')) scripts.add(chunk.file)
  for (const imported of chunk.imports ?? []) visit(imported)
}

for (const entry of ENTRY) visit(entry)
// The messages of the console are a chunk of their own, in one language at a time.
for (const key of Object.keys(manifest)) {
  if (/^src\/(shared|console)\/i18n\/zh(\.ts|\/index\.ts)$/.test(key)) visit(key)
}

const size = (file) => {
  try {
    return statSync(`${DIST}/${file}.gz`).size
  } catch {
    return statSync(`${DIST}/${file}`).size
  }
}
const total = [...scripts].reduce((sum, file) => sum + size(file), 0) / 1024
const forbidden = [...scripts].filter((file) => /\/(echarts|leaflet|xlsx|pinyin)-/.test(file))
console.log(
  `first load of the console: ${total.toFixed(1)} kB of script in ${scripts.size} files, limit ${LIMIT_KB} kB`,
)
if (process.argv.includes('--list'))
  for (const file of scripts) console.log((size(file) / 1024).toFixed(1).padStart(8), file)
if (forbidden.length > 0) {
  console.error(`needed at the first load, but should come later: ${forbidden.join(', ')}`)
  process.exit(1)
}
if (total > LIMIT_KB) process.exit(1)
