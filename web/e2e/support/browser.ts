import { existsSync } from 'node:fs'
import type { LaunchOptions } from '@playwright/test'

/** Of the system. The one without windows first: it needs a third of the processor's time. */
const INSTALLED = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']

/** The Chromium of WHISTLE_CHROMIUM or of the system, else Playwright's own; it calls nobody by itself. */
export function chromium(): LaunchOptions {
  const named = process.env.WHISTLE_CHROMIUM ?? INSTALLED.find((path) => existsSync(path))
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
