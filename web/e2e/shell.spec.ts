import { accountFor, type Account } from './support/accounts'
import { axe, english, expect, shot, signIn, test } from './support/page'

const LANDINGS: [role: string, path: string, where?: Parameters<typeof accountFor>[1]][] = [
  ['grid-worker', '/worker'],
  ['dispatcher', '/console'],
  ['handler', '/desk', { department: 'water-supply' }],
  ['leader', '/lead'],
  ['call-agent', '/calls'],
  ['administrator', '/admin'],
]

for (const [role, path, where] of LANDINGS) {
  test(`${role} signs in and lands at ${path}`, async ({ page }) => {
    const account: Account = accountFor(role, where)
    await signIn(page, account)
    await expect(page).toHaveURL(new RegExp(`${path}$`))
    await expect(page.locator('h1')).toBeVisible()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    await axe(page)
    await shot(page, `home-${role}`)
  })
}

test('a reload keeps the user signed in, with no token in any storage', async ({ page }) => {
  await signIn(page, accountFor('dispatcher'))
  await page.reload()
  await expect(page.locator('[data-test=account]')).toBeVisible()
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }))
  expect(stored).not.toMatch(/eyJ|access_token|refresh_token/)
})

test('the language is switched at once and remembered', async ({ page }) => {
  await signIn(page, accountFor('dispatcher'))
  const title = page.locator('h1')
  await expect(title).toHaveText(english() ? 'Queue' : '工单队列')
  await page.locator('[data-test=language]').click()
  await expect(title).toHaveText(english() ? '工单队列' : 'Queue')
  await expect(page.locator('html')).toHaveAttribute('lang', english() ? 'zh-CN' : 'en')
  await page.goto('/')
  await expect(title).toHaveText(english() ? '工单队列' : 'Queue')
})

test("another role's place is not opened", async ({ page }) => {
  await signIn(page, accountFor('handler', { department: 'water-supply' }))
  await page.goto('/console')
  await expect(page.locator('h1')).toHaveText(english() ? 'No such page' : '没有这个页面')
})

test('a code is looked up without a sign-in', async ({ page }) => {
  await page.goto('/track')
  await expect(page.locator('form')).toBeVisible()
  await axe(page)
  await shot(page, 'track-code')
})

test('an expired sign-in is renewed above the page, and the request goes on', async ({ page, context }) => {
  const account = accountFor('dispatcher')
  await signIn(page, account)
  await context.clearCookies()
  await page.route('**/protocol/openid-connect/token', (route) =>
    route.request().postData()?.includes('refresh_token')
      ? route.fulfill({ status: 400, json: { error: 'invalid_grant' } })
      : route.continue(),
  )
  let refused = 0
  await page.route('**/api/dispatch/tickets?*', (route) =>
    refused++ === 0 ? route.fulfill({ status: 401, json: { title: 'x' } }) : route.continue(),
  )
  await page.locator('[data-test=language]').click()
  await expect(page.locator('[data-test=sign-in-again]')).toBeVisible()
  await shot(page, 'sign-in-again')
  const opened = page.waitForEvent('popup')
  await page.locator('[data-test=sign-in-again] .el-button--primary').click()
  const popup = await opened
  await popup.locator('#username').fill(account.username)
  await popup.locator('#password').fill(account.password)
  await popup.locator('#kc-login, [type=submit]').first().click()
  await expect(page.locator('[data-test=sign-in-again]')).toHaveCount(0)
  await expect.poll(() => refused).toBeGreaterThan(1)
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
})
