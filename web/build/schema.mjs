// Types of the four services' REST interfaces.
//   node build/schema.mjs           types from what the services' build has written, else from openapi/
//   node build/schema.mjs --keep    also takes what the build has written over into openapi/
//   node build/schema.mjs --check   fails when openapi/ is not what the build has written
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
mkdirSync(OUT, { recursive: true })
for (const service of SERVICES) {
  const built = `../${service}-service/target/openapi/openapi.json`
  const kept = `openapi/${service}.json`
  const fresh = existsSync(built) ? text(JSON.parse(readFileSync(built, 'utf8'))) : null
  const known = existsSync(kept) ? readFileSync(kept, 'utf8') : null
  if (fresh === null && known === null) {
    console.error(`${service}: neither ${built} nor ${kept} is there; build the service first`)
    process.exit(1)
  }
  if (fresh !== null && fresh !== known) {
    if (keep) {
      mkdirSync('openapi', { recursive: true })
      writeFileSync(kept, fresh)
    } else {
      stale = true
      console.warn(
        `${service}: openapi/${service}.json is older than the service; npm run schema -- --keep takes it over`,
      )
    }
  }
  const types = astToString(await openapiTS(JSON.parse(fresh ?? known)))
  const file = `${OUT}/${service}.d.ts`
  const content = `// Generated from the OpenAPI document of ${service}-service.\n${types}`
  if (!existsSync(file) || readFileSync(file, 'utf8') !== content) writeFileSync(file, content)
}
if (check && stale) process.exit(1)
