// Lets pages of a development server sign in at the local system: adds http://localhost:PORT to the redirect addresses
// of its client whistle-web. Until the next --fresh start.
//   WHISTLE_HOME=… npm run dev:allow -- 5173 5174
import { readFileSync } from 'node:fs'

const home = process.env.WHISTLE_HOME ?? '../.whistle'
const url = process.env.WHISTLE_URL ?? 'http://localhost:8080'
const ports = process.argv.slice(2)
if (ports.length === 0 || ports.some((port) => !/^\d+$/.test(port))) {
  console.error('usage: npm run dev:allow -- PORT…')
  process.exit(2)
}
const password = /^keycloak\.admin\.password=(.+)$/m.exec(readFileSync(`${home}/secrets.properties`, 'utf8'))?.[1]

async function call(path, init = {}) {
  const response = await fetch(`${url}/identity${path}`, init)
  if (!response.ok) throw new Error(`${path} → ${response.status} ${await response.text()}`)
  return response.status === 204 ? null : response.json()
}

const { access_token } = await call('/realms/master/protocol/openid-connect/token', {
  method: 'POST',
  body: new URLSearchParams({
    grant_type: 'password',
    client_id: 'admin-cli',
    username: 'keycloak-admin',
    password: password ?? '',
  }),
})
const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' }
const [client] = await call('/admin/realms/whistle/clients?clientId=whistle-web', { headers })
const origins = ports.map((port) => `http://localhost:${port}`)
const body = {
  ...client,
  redirectUris: [...new Set([...client.redirectUris, ...origins.map((origin) => `${origin}/*`)])],
  webOrigins: [...new Set([...client.webOrigins, ...origins])],
}
await call(`/admin/realms/whistle/clients/${client.id}`, { method: 'PUT', headers, body: JSON.stringify(body) })
console.log(body.redirectUris.join('\n'))
