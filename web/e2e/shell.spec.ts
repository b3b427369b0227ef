import { accountFor, type Account } from './support/accounts'
import { inLanguage } from './support/sign-in'
import { axe, english, expect, look, say, settled, shot, signIn, test, typeIn } from './support/page'

const LANDINGS: [role: string, path: string, where?: Parameters<typeof accountFor>[1]][] = [
  ['grid-worker', '/worker'],
  ['dispatcher', '/console'],
  ['handler', '/desk', { department: 'water-supply' }],
  ['leader', '/lead'],
  ['call-agent', '/calls'],
  ['administrator', '/admin'],
]

test('name and password are typed at the provider’s page', { tag: '@everywhere' }, async ({ page }) => {
  const account = accountFor('dispatcher')
  await page.goto(inLanguage('/'))
  await expect(page.locator('#username')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', say('zh-CN', 'en'))
  await axe(page)
  await shot(page, 'sign-in')
  await typeIn(page, { ...account, password: 'wrong' })
  await expect(page.locator('#input-error, .pf-m-error, [aria-invalid=true]').first()).toBeVisible()
  await axe(page)
  await shot(page, 'sign-in-refused')
  await typeIn(page, account)
  await expect(page.locator('[data-test=account]')).toBeVisible()
  await expect(page.locator('h1')).toHaveText(say('工单队列', 'Queue'))
})

for (const [role, path, where] of LANDINGS) {
  test(`${role} lands at ${path}`, async ({ page }) => {
    const account: Account = accountFor(role, where)
    await signIn(page, account)
    await expect(page).toHaveURL(new RegExp(`${path}$`))
    await expect(page.locator('h1')).toBeVisible()
    await settled(page)
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
  const account = accountFor('dispatcher')
  await signIn(page, account)
  const title = page.locator('h1')
  const name = page.locator('[data-test=account] .name')
  await expect(title).toHaveText(english() ? 'Queue' : '工单队列')
  await expect(name).toHaveText(english() ? account.nameEn : account.nameZh)
  await page.locator('[data-test=language]').click()
  await expect(title).toHaveText(english() ? '工单队列' : 'Queue')
  await expect(page.locator('html')).toHaveAttribute('lang', english() ? 'zh-CN' : 'en')
  await expect(name).toHaveText(english() ? account.nameZh : account.nameEn)
  await page.goto('/')
  await expect(title).toHaveText(english() ? '工单队列' : 'Queue')
})

test("another role's place is not opened", async ({ page }) => {
  await signIn(page, accountFor('handler', { department: 'water-supply' }))
  await page.goto('/console')
  await expect(page.locator('h1')).toHaveText(say('没有这个页面', 'No such page'))
  await look(page, 'no-such-page')
})

test('an expired sign-in is renewed above the page, and the request goes on', async ({ page, context }) => {
  const account = accountFor('dispatcher')
  await signIn(page, account)
  await settled(page)
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
  await axe(page)
  await shot(page, 'sign-in-again', { only: true })
  const opened = page.waitForEvent('popup')
  await page.locator('[data-test=sign-in-again] .el-button--primary').click()
  await typeIn(await opened, account)
  await expect(page.locator('[data-test=sign-in-again]')).toHaveCount(0)
  await expect.poll(() => refused).toBeGreaterThan(1)
  await settled(page)
})
