import { defineConfig, devices } from '@playwright/test'
import { chromium } from './support/browser'

/** The browser tests: against the running system at WHISTLE_URL, with the accounts of WHISTLE_ACCOUNTS. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../target/e2e/results',
  timeout: 45_000,
  expect: { timeout: 15_000 },
  workers: Number(process.env.WHISTLE_E2E_WORKERS ?? 1),
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  reporter: [['list'], ['junit', { outputFile: '../target/e2e/junit.xml' }]],
  use: {
    baseURL: process.env.WHISTLE_URL ?? 'http://localhost:8080',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
    launchOptions: chromium(),
  },
  projects: [
    { name: 'desk-zh', use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 }, locale: 'zh-CN' } },
    { name: 'desk-en', use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 }, locale: 'en-US' } },
    { name: 'phone-zh', use: { ...devices['Pixel 7'], locale: 'zh-CN' } },
    // Only the areas that are made for a phone.
    {
      name: 'phone-en',
      testMatch: /(worker|track|community)\.spec\.ts/,
      use: { ...devices['Pixel 7'], locale: 'en-US' },
    },
  ],
})
