import type { BrowserContext, Page } from '@playwright/test'
import type { Account } from './accounts'
import { english } from './language'

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

/**
 * The identity provider's own session of each account that has signed in here. It is the provider that knows the user
 * again; the page's tokens are never kept, a page that is opened gets its own.
 */
const sessions = new Map<string, Cookies>()

/** Types name and password at the provider's page. */
export async function typeIn(page: Page, account: Account): Promise<void> {
  await page.locator('#username').fill(account.username)
  await page.locator('#password').fill(account.password)
  await page.locator('#kc-login, [type=submit]').first().click()
}

/** An address that opens in the project's language. */
export function inLanguage(path: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}lang=${english() ? 'en' : 'zh-CN'}`
}

/** Opens a page, in the project's language; types name and password the first time an account is used. */
export async function signIn(page: Page, account: Account, path = '/'): Promise<void> {
  const context = page.context()
  await context.addCookies(sessions.get(account.username) ?? [])
  await page.goto(inLanguage(path))
  const signedIn = page.locator('[data-test=account]')
  const form = page.locator('#username')
  await signedIn.or(form).first().waitFor()
  if (await form.isVisible()) {
    await typeIn(page, account)
    await signedIn.waitFor()
    const cookies = await context.cookies()
    sessions.set(
      account.username,
      cookies.filter(({ path: at }) => at.startsWith('/identity')),
    )
  }
}
