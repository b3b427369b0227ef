import { randomInt, randomUUID } from 'node:crypto'
import { account } from './support/accounts'
import { administrator, look, withDraft } from './support/admin'
import { report, User } from './support/api'
import { axe, english, expect, shot, signIn, test } from './support/page'

const USERS = '/identity/admin/realms/whistle/users'

test.describe.configure({ timeout: 120_000 })
test.beforeEach(() => {
  // A place for desks; a phone has the pages of those on the way.
  test.skip(test.info().project.name.startsWith('phone'), 'a desk’s pages')
})

test('what is in force is looked through', async ({ page }) => {
  await signIn(page, administrator(), '/admin/catalogue')
  await page.locator('[data-test=type-search]').fill('C0101')
  await expect(page.locator('[data-test=types] tbody')).toHaveCount(1)
  await look(page, 'catalogue')
  const tab = (part: string) => page.locator(`.a-tabs a[href$="/${part}"]`).click()
  await tab('duty-lists')
  await expect(page.locator('[data-test=table-duty-lists] tbody tr').first()).toBeVisible()
  await shot(page, 'admin-catalogue-duties')
  await page.locator('[data-test=file-search]').fill('E0110')
  await axe(page)
  await tab('bodies')
  await expect(page.locator('[data-test=bodies] tbody tr').first()).toBeVisible()
  await look(page, 'catalogue-bodies')
  await tab('figures')
  await expect(page.locator('[data-test=figures] section').first()).toBeVisible()
  await look(page, 'catalogue-figures')
  await page.locator('#nav a[href="/admin/district"]').click()
  await expect(page.locator('[data-test=upload]')).toBeVisible()
  const saved = page.waitForEvent('download')
  await page.locator('[data-test=download]').click()
  const archive = await (await saved).path()
  await page.locator('[data-test=upload] input[type=file]').setInputFiles(archive)
  await expect(page.locator('[data-test=upload] .files li').first()).toBeVisible()
  await look(page, 'district')
})

test('an account gets another area, and is disabled', async ({ page }) => {
  const user = await User.as(administrator())
  const username = `e2e-${randomUUID().slice(0, 8)}`
  await user.post(USERS, { username, firstName: '浏览器测试', enabled: true, attributes: { area: ['370102009'] } })
  const [made] = await user.get<{ id: string }[]>(`${USERS}?exact=true&username=${username}`)
  try {
    await signIn(page, administrator(), '/admin/accounts')
    await expect(page.locator('[data-test=accounts] tbody .role').first()).toBeVisible()
    await look(page, 'accounts')
    await page.locator('[data-test=account-search]').fill(username)
    await expect(page.locator('[data-test=accounts] tbody tr')).toHaveCount(1)
    await page.locator('[data-test=account-open]').click()
    await page.locator('[data-test=account-form] .el-checkbox', { hasText: english() ? 'Supervisor' : '督办' }).click()
    await page.locator('[data-test=account-form] .el-switch').click()
    await axe(page)
    await shot(page, 'admin-account')
    await page.locator('.el-dialog:visible .el-button--primary').click()
    const row = page.locator('[data-test=accounts] tbody tr')
    await expect(row).toContainText(english() ? 'Disabled' : '已停用')
    await expect(row.locator('.role')).toHaveText([english() ? 'Supervisor' : '督办'])
    const kept = await user.get<{ enabled: boolean; attributes: Record<string, string[]> }>(`${USERS}/${made?.id}`)
    expect(kept).toMatchObject({ enabled: false, attributes: { area: ['370102009'] } })
  } finally {
    await user.delete(`${USERS}/${made?.id}`)
  }
})

test('dead letters are read and replayed, one result each', async ({ page }) => {
  await signIn(page, administrator(), '/admin/dead-letters')
  await expect(page.locator('[data-test=letters], .page-state [role=status]').first()).toBeVisible()
  await look(page, 'letters-now')

  // No command makes a bad record, so what the service would answer is given here; replaying itself is tested with it.
  const letter = (n: number, cause: string) => ({
    id: `019a0000-0000-7000-8000-00000000000${n}`,
    topic: 'whistle.journal',
    partition: n,
    offset: 17,
    key: '019a0000-0000-7000-8000-0000000000aa',
    headers: { ce_id: randomUUID(), ce_type: 'whistle.intake.report-filed.v1', 'content-type': 'application/json' },
    payload: '{"ticketId":"019a0000-0000-7000-8000-0000000000aa","place":{"grid":"370102009001001"}}',
    payloadSize: 86,
    cause,
    attempts: 3,
    failedAt: '2026-03-02T02:00:00Z',
  })
  await page.route('**/api/feedback/dead-letters?*', (route) =>
    route.fulfill({ json: { items: [letter(1, 'place.street is missing'), letter(2, 'no such grid')], next: null } }),
  )
  await page.route('**/api/feedback/dead-letters/*/replay', (route) =>
    route.request().url().includes('0001/replay')
      ? route.fulfill({ json: letter(1, '') })
      : route.fulfill({
          status: 422,
          contentType: 'application/problem+json',
          json: {
            type: 'urn:whistle:problem:dead-letter-still-fails',
            title: 't',
            detail: 'no such grid',
            status: 422,
          },
        }),
  )
  await page.locator('main .el-button', { hasText: english() ? 'Refresh' : '刷新' }).click()
  const rows = page.locator('[data-test=letters] tbody tr', { hasText: 'intake.report-filed' })
  await expect(rows).toHaveCount(2)
  await rows.nth(1).locator('.a-link').click()
  await expect(page.locator('[data-test=letter] pre')).toContainText('"grid": "370102009001001"')
  for (const at of [0, 1]) await rows.nth(at).locator('.el-checkbox').click()
  await page.locator('[data-test=replay-chosen]').click()
  await expect(rows.nth(0)).toContainText(english() ? 'Processed' : '已处理')
  await expect(rows.nth(1)).toContainText(english() ? 'Still fails' : '仍未成功')
  await look(page, 'letters')
})

test('the record of what was done is searched and its chains verified', async ({ page }) => {
  await withDraft(async (id) => {
    const user = await User.as(administrator())
    await user.until<{ items: unknown[] }>(`/api/dispatch/audit?subject=${id}`, ({ items }) => items.length > 0)
    await signIn(page, administrator(), `/admin/audit?subject=${id}`)
    const row = page.locator('[data-test=records] tbody tr').first()
    await expect(row).toContainText(english() ? 'Draft begun' : '新建规则草案')
    await row.locator('.a-link').last().click()
    await look(page, 'audit')
    await page.locator('.a-tabs a[href$="/verification"]').click()
    await page.locator('[data-test=verify]').click()
    await expect(page.locator('.verdict.good')).toHaveCount(4, { timeout: 30_000 })
    await look(page, 'verification')
    await page.locator('.a-tabs a[href$="/erasure"]').click()
    const phone = `139${randomInt(1e8).toString().padStart(8, '0')}`
    await report({ reporter: { kind: 'resident', name: '测试居民', phone } })
    const erase = async () => {
      await page.locator('[data-test=erasure-phone]').fill(phone)
      await page.locator('[data-test=erasure-reason]').fill('本人书面申请删除个人信息')
      await page.locator('[data-test=erase]').click()
      await page.locator('[data-test=erasure-understood]').click()
      await page.locator('.el-dialog:visible .el-button--danger').click()
    }
    await erase()
    await expect(page.locator('[data-test=erasure] [role=status]')).toContainText('1')
    // A second time nothing is kept any more; the form keeps what was typed.
    await erase()
    await expect(page.locator('.form-error')).toBeVisible()
    await expect(page.locator('[data-test=erasure-phone]')).toHaveValue(phone)
    await look(page, 'erasure')
  })
})

test('an operator sees how the services are', async ({ page }) => {
  await signIn(page, account('operator'), '/admin')
  await expect(page.locator('[data-test=verdict]')).toHaveClass(/good|letters/)
  await expect(page.locator('#nav a')).toHaveCount(3)
  await look(page, 'health')
})
