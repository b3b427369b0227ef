import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import type { Account } from './accounts'

/** `test` that fails when a page breaks the Content-Security-Policy or throws. */
export const test = base.extend<{ watched: undefined }>({
  watched: [
    async ({ page }, use) => {
      const wrong: string[] = []
      page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) wrong.push(message.text())
      })
      page.on('pageerror', (error) => wrong.push(error.message))
      await use(undefined)
      expect(wrong, 'violations of the CSP and errors of scripts').toEqual([])
    },
    { auto: true },
  ],
})
export { expect }

/** The language of the project that runs. */
export const english = () => test.info().project.name.endsWith('-en')

/** Opens a page, in the project's language, signing in at the provider's own page. */
export async function signIn(page: Page, account: Account, path = '/'): Promise<void> {
  const separator = path.includes('?') ? '&' : '?'
  await page.goto(`${path}${separator}lang=${english() ? 'en' : 'zh-CN'}`)
  await page.locator('#username').fill(account.username)
  await page.locator('#password').fill(account.password)
  await page.locator('#kc-login, [type=submit]').first().click()
  await page.locator('[data-test=account]').waitFor()
}

/** Fails on any violation of WCAG 2.2 AA on what is shown. */
export async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const told = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map((node) => node.html).slice(0, 4),
  }))
  expect(told).toEqual([])
}

/** Writes what is shown, at most three screens of it, to target/screenshots/<project>/<name>.png. */
export async function shot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  const screen = page.viewportSize() ?? { width: 1440, height: 900 }
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.screenshot({
    path: `target/screenshots/${test.info().project.name}/${name}.png`,
    fullPage: true,
    animations: 'disabled',
    clip: { x: 0, y: 0, width: screen.width, height: Math.min(whole, 3 * screen.height) },
  })
}
