// npm ci, unless what is installed already matches the lock file.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const STAMP = 'node_modules/.installed'
const wanted = createHash('sha256')
  .update(readFileSync('package-lock.json'))
  .update(readFileSync('package.json'))
  .update(process.version)
  .digest('hex')
if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) process.exit(0)

const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  // Playwright's own browsers are fetched by who runs the browser tests.
  env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
})
if (npm.status !== 0) process.exit(npm.status ?? 1)
writeFileSync(STAMP, wanted)
