import { defineConfig, devices } from '@playwright/test'
import { chromium } from './support/browser'

const DESK = { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } }
const PHONE = devices['Pixel 7']
const ZH = { locale: 'zh-CN' }
const EN = { locale: 'en-US' }

/** Made for a phone. */
const PHONE_SPECS = /worker\.spec/
/** Walked in English, so that both languages are more than looked at. */
const ENGLISH_SPECS = /console-b\.spec/
/** Made for a desk; what of them is used on a phone as well is tagged. */
const DESK_SPECS = /(shell|console|console-b|desk|lead|track|admin)\.spec/
const ALONE = /many\.spec/
/** Changes the rules that everybody's tickets go by, so nothing may run beside it either. */
const LAST = /activation\.spec/

/**
 * The browser tests: against the running system at WHISTLE_URL, with the accounts of WHISTLE_ACCOUNTS.
 *
 * Each test walks its path once, in one language and size. `shot` takes its pictures in both languages and checks both.
 * `@phone` is walked on a phone too, `@everywhere` in each language and size; what is in none of the lists above runs
 * at a desk and on a phone.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../target/e2e/results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: Number(process.env.WHISTLE_E2E_WORKERS ?? 2),
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  reporter: [['list'], ['junit', { outputFile: '../target/e2e/junit.xml' }]],
  use: {
    baseURL: process.env.WHISTLE_URL ?? 'http://localhost:8080',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block',
    // A trace would take as long as the tests themselves; it is asked for when something is to be found out.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: chromium(),
  },
  projects: [
    { name: 'desk-zh', testIgnore: [PHONE_SPECS, ENGLISH_SPECS, ALONE, LAST], use: { ...DESK, ...ZH } },
    {
      name: 'desk-en',
      testIgnore: [ALONE, LAST],
      grep: new RegExp(`@everywhere|${ENGLISH_SPECS.source}`),
      use: { ...DESK, ...EN },
    },
    {
      name: 'phone-zh',
      testIgnore: [ALONE, LAST],
      grep: new RegExp(`@everywhere|^(?!.*${DESK_SPECS.source})`),
      use: { ...PHONE, ...ZH },
    },
    { name: 'phone-en', testIgnore: [ALONE, LAST], grep: /@everywhere|@phone/, use: { ...PHONE, ...EN } },
    // It measures time, so nothing else may run beside it.
    {
      name: 'alone',
      testMatch: ALONE,
      dependencies: ['desk-zh', 'desk-en', 'phone-zh', 'phone-en'],
      use: { ...DESK, ...ZH },
    },
    { name: 'desk-last-en', testMatch: LAST, dependencies: ['alone'], use: { ...DESK, ...EN } },
  ],
})
