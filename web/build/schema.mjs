// Types of the four services' REST interfaces.
//   node build/schema.mjs           types from openapi/, whichever build of the services may lie about
//   node build/schema.mjs --keep    first takes what the services' build has written over into openapi/
//   node build/schema.mjs --check   fails when openapi/ is not what the build has written; makes no types
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const SERVICES = ['intake', 'dispatch', 'department', 'feedback']
const OUT = 'src/shared/api/schema'
const keep = process.argv.includes('--keep')
const check = process.argv.includes('--check')

/** The same document always as the same text, so that a change of it is read line by line. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  )
}

const text = (document) => JSON.stringify(sorted(document), null, 1) + '\n'

let stale = false
for (const service of SERVICES) {
  const kept = `openapi/${service}.json`
  if (keep || check) {
    const built = text(JSON.parse(readFileSync(`../${service}-service/target/openapi/openapi.json`, 'utf8')))
    if (check) {
      if (!existsSync(kept) || readFileSync(kept, 'utf8') !== built) {
        stale = true
        console.error(
          `${service}: openapi/${service}.json is older than the service; npm run schema -- --keep takes it over`,
        )
      }
      continue
    }
    mkdirSync('openapi', { recursive: true })
    writeFileSync(kept, built)
  }
  const types = astToString(await openapiTS(JSON.parse(readFileSync(kept, 'utf8'))))
  const file = `${OUT}/${service}.d.ts`
  const content = `// Generated from the OpenAPI document of ${service}-service.\n${types}`
  mkdirSync(OUT, { recursive: true })
  if (!existsSync(file) || readFileSync(file, 'utf8') !== content) writeFileSync(file, content)
}
if (stale) process.exit(1)
