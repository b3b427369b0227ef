import { existsSync } from 'node:fs'
import type { LaunchOptions } from '@playwright/test'

/** The Chromium of WHISTLE_CHROMIUM or of the system, else Playwright's own; it calls nobody by itself. */
export function chromium(): LaunchOptions {
  const named = process.env.WHISTLE_CHROMIUM ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined)
  const root = process.getuid?.() === 0
  return {
    ...(named === undefined ? {} : { executablePath: named }),
    args: [
      ...(root ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--no-default-browser-check',
      '--no-first-run',
      '--no-pings',
    ],
  }
}
