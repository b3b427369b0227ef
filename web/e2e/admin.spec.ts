import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { account, accountFor } from './support/accounts'
import { report, User } from './support/api'
import { axe, english, expect, shot, signIn, test } from './support/page'

const administrator = () => account('administrator')
const DRAFTS = '/api/dispatch/policy-drafts'
const USERS = '/identity/admin/realms/whistle/users'

test.describe.configure({ timeout: 120_000 })
test.beforeEach(() => {
  // A place for desks; a phone has the pages of those on the way.
  test.skip(test.info().project.name.startsWith('phone'), 'a desk’s pages')
})

async function look(page: Page, name: string): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await page.evaluate(() => scrollTo(0, 0))
  await axe(page)
  await shot(page, `admin-${name}`)
}

/** A draft begun over REST; given up again behind the test. */
async function withDraft(test: (id: string) => Promise<void>): Promise<void> {
  const user = await User.as(administrator())
  const { id } = await user.post<{ id: string }>(DRAFTS, { title: `e2e ${randomUUID().slice(0, 8)}` })
  try {
    await test(id)
  } finally {
    const { data, etag } = await user.read<{ state: string }>(`${DRAFTS}/${id}`)
    if (data.state === 'open' || data.state === 'scheduled')
      await user.post(`${DRAFTS}/${id}/discarding`, { reason: 'e2e' }, etag)
  }
}

/** Chooses an option of a select that is searched by typing. */
async function choose(page: Page, within: string, words: string): Promise<void> {
  const select = page.locator(within)
  await select.locator('.el-select__wrapper').click()
  await select.locator('input').fill(words)
  await page
    .locator('.el-select-dropdown:visible .el-select-dropdown__item:visible', { hasText: words })
    .first()
    .click()
}

test('a rule is changed in a draft, refused and put right, tried on past tickets, and the draft given up', async ({
  page,
}) => {
  // A type that belongs to no asset, so that the rule decides, and that is seldom reported.
  const { id } = await report({ type: 'E0503', condition: 'a', text: '污水管堵塞，路面有污水溢出' })
  const user = await User.as(administrator())
  await user.until(`/api/dispatch/tickets/${id}`, () => true)
  const title = `e2e ${randomUUID().slice(0, 8)}`
  await signIn(page, administrator(), '/admin/drafts')
  await page.locator('[data-test=begin]').click()
  await page.locator('[data-test=draft-title]').fill(title)
  await page.locator('.el-dialog:visible .el-button--primary').click()
  await expect(page.locator('h1')).toContainText(title)
  await expect(page.locator('[data-test=table-rules] tbody tr').first()).toBeVisible()
  await shot(page, 'admin-draft')

  const row = page.locator('[data-row=R-E0503-a]')
  await page.locator('[data-test=file-search]').fill('R-E0503-a')
  await row.locator('[data-test=remove-row]').click()
  await page.locator('[data-test=save-file]').click()
  await expect(page.locator('[data-test=faults]')).toContainText('E0503/a')
  await look(page, 'draft-faults')
  await page.locator('[data-test=unsaved] .removed button').click()

  await row.locator('[data-test=edit-row]').click()
  await choose(page, '[data-column=lead]', english() ? 'Heating company' : '热力公司')
  await shot(page, 'admin-draft-row')
  await axe(page)
  await page.locator('[data-test=take-row]').click()
  await expect(row).toContainText(english() ? 'before: Drainage company' : '原为：排水公司')

  // Somebody else changes another rule meanwhile; one's own change goes onto theirs.
  const address = `${DRAFTS}/${page.url().split('/').pop()?.split('?')[0]}`
  const rule = {
    id: 'R-e2e',
    type: 'E0503',
    place: '370102001',
    lead: 'drainage',
    priority: 30,
    noteZh: '另一位管理员',
  }
  await user.post(`${address}/rules`, rule, (await user.read(address)).etag)
  await page.locator('[data-test=save-file]').click()
  await page.locator('.form-error button').click()
  await expect(page.locator('.form-error')).toHaveCount(0)
  await page.locator('[data-test=save-file]').click()
  await expect(page.locator('[data-test=unsaved]')).toHaveCount(0)
  await page.locator('[data-test=file-search]').fill('R-e2e')
  await expect(page.locator('[data-row=R-e2e]')).toBeVisible()

  await page.locator('.a-tabs a[href$="/dry-run"]').click()
  await page.locator('[data-test=run]').click()
  await expect(page.locator('[data-test=differences] tbody tr').first()).toContainText(
    english() ? 'Heating' : '热力公司',
  )
  await expect(page.locator('[data-test=dry-run-result]')).not.toContainText(english() ? 'still' : '仍在')
  await look(page, 'dry-run')

  await page.locator('[data-test=discard]').click()
  await page.locator('[data-test=draft-reason]').fill('e2e')
  await page.locator('.el-dialog:visible .el-button--danger').click()
  await expect(page.locator('[data-test=draft-state]')).toHaveText(english() ? 'Discarded' : '已放弃')
  await page.locator('header a[href="/admin/drafts"]').click()
  await expect(page.locator('[data-test=drafts] tr', { hasText: title })).toBeVisible()
  await look(page, 'drafts')
})

test('a draft is to hold from a day on, and is called off before', async ({ page }) => {
  await withDraft(async (id) => {
    await signIn(page, administrator(), `/admin/drafts/${id}/duty-lists`)
    await page.locator('[data-test=activate]').click()
    await page.locator('.el-dialog:visible .el-radio').last().click()
    await page.locator('[data-test=draft-reason]').fill('e2e')
    await axe(page)
    await shot(page, 'admin-activation')
    await page.locator('.el-dialog:visible .el-button--primary').click()
    await expect(page.locator('[data-test=draft-state]')).toHaveText(english() ? 'Scheduled' : '待生效')
    await expect(page.locator('[data-test=add-row]')).toHaveCount(0)
    await page.locator('[data-test=discard]').click()
    await page.locator('[data-test=draft-reason]').fill('e2e')
    await page.locator('.el-dialog:visible .el-button--danger').click()
    await expect(page.locator('[data-test=draft-state]')).toHaveText(english() ? 'Discarded' : '已放弃')
  })
})

/** A ticket that a dispatcher has sent off, and proposed as a rule. */
async function proposed(): Promise<string> {
  const { id, ticketNo } = await report({ type: undefined, condition: undefined })
  const street = await User.as(accountFor('dispatcher', { area: '370102009' }))
  const path = `/api/dispatch/tickets/${id}`
  await street.until<{ state: string }>(path, ({ state }) => state === 'queued')
  const body = { type: 'C0105', condition: 'b', lead: 'power', cooperating: [], reason: '井盖上有电力标识' }
  await street.post(`${path}/dispatch`, body, (await street.read(path)).etag)
  await street.post(`${path}/rule-proposal`, { note: '本街道电力井盖均由电力公司维护' })
  return ticketNo
}

test("a dispatcher's proposal goes into a draft, another is dismissed", async ({ page }) => {
  const [one, other] = [await proposed(), await proposed()]
  await withDraft(async (id) => {
    await signIn(page, administrator(), '/admin/proposals')
    const row = (ticketNo: string) => page.locator('[data-test=proposals] tbody tr', { hasText: ticketNo })
    await expect(row(one)).toBeVisible()
    await look(page, 'proposals')
    await row(one).locator('.el-button--primary').click()
    await expect(page.locator('.el-dialog:visible .el-select__placeholder')).toContainText('e2e')
    await axe(page)
    await shot(page, 'admin-proposal')
    await page.locator('.el-dialog:visible .el-button--primary').click()
    await expect(row(one)).toHaveCount(0)
    await row(other).locator('.el-button').last().click()
    await page.locator('.el-dialog:visible textarea').fill('只此一次')
    await page.locator('.el-dialog:visible .el-button--primary').click()
    await expect(row(other)).toHaveCount(0)
    await page.locator('.el-radio-button', { hasText: english() ? 'Adopted' : '已采纳' }).click()
    await row(one).locator(`a[href*="${id}"]`).click()
    await page.locator('[data-test=file-search]').fill(one.replaceAll(/[^A-Za-z0-9]/g, '').slice(-6))
    await expect(page.locator('[data-test=table-rules] tbody tr')).toContainText(
      english() ? 'Power company' : '电力公司',
    )
  })
})

test("a year's holidays come out of an iCalendar file, and a faulty one changes nothing", async ({ page }) => {
  const year = new Date().getFullYear() + 1
  const event = (from: string, to: string, summary: string) =>
    `BEGIN:VEVENT\r\nUID:${from}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:${year}${from}\r\nDTEND;VALUE=DATE:${year}${to}\r\nSUMMARY:${summary}\r\nEND:VEVENT\r\n`
  const calendar = (events: string) => ({
    name: `${year}.ics`,
    mimeType: 'text/calendar',
    buffer: Buffer.from(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//whistle//e2e//EN\r\n${events}END:VCALENDAR\r\n`),
  })
  await withDraft(async (id) => {
    await signIn(page, administrator(), `/admin/drafts/${id}/holidays`)
    const input = page.locator('[data-test=file-holidays] input[type=file][accept*=calendar]')
    await input.setInputFiles(calendar(event('0601', '0901', 'X')))
    await expect(page.locator('[data-test=faults]')).toContainText('holidays.csv')
    await input.setInputFiles(calendar(event('0101', '0104', '元旦') + event('1009', '1010', '国庆节补班')))
    await expect(page.locator('[data-test=year] td.holiday', { hasText: english() ? 'Day off' : '放假' })).toHaveCount(
      3,
    )
    await page.locator('[data-test=file-search]').fill(`${year}-01-0`)
    await expect(page.locator('[data-test=table-holidays] tbody tr')).toHaveCount(3)
    await look(page, 'holidays')
    for (const part of ['duty-lists', 'assets', 'working-hours']) {
      await page.locator(`.a-tabs a[href$="/${part}"]`).click()
      await expect(page.locator(`[data-test=table-${part}] tbody tr`).first()).toBeVisible()
      await shot(page, `admin-${part}`)
    }
  })
})

test('a limit is reckoned, and the calendar says why', async ({ page }) => {
  await signIn(page, administrator(), '/admin/calendar')
  await page.locator('[data-test=due-start]').fill('2026-02-13T17:00')
  await page.locator('[data-test=due-ask]').click()
  await expect(page.locator('[data-test=due-answer]')).toContainText('2026')
  await expect(page.locator('[data-test=due-answer] .due strong')).toContainText(
    english() ? '02/14/2026, 11:00' : '2026/02/14 11:00',
  )
  await expect(page.locator('[data-day="2026-02-14"]')).toContainText(english() ? 'Make-up workday' : '调休上班')
  await page.locator('[data-test=between-ask]').click()
  await expect(page.locator('[data-test=between-answer]')).toBeVisible()
  await look(page, 'calendar')
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
    await page.locator('[data-test=erasure-phone]').fill('+86 00000 00000')
    await page.locator('[data-test=erasure-reason]').fill('浏览器测试，没有这个人')
    await page.locator('[data-test=erase]').click()
    await axe(page)
    await page.locator('[data-test=erasure-understood]').click()
    await page.locator('.el-dialog:visible .el-button--danger').click()
    await expect(page.locator('.form-error')).toBeVisible()
    await look(page, 'erasure')
  })
})

test('an operator sees how the services are', async ({ page }) => {
  await signIn(page, account('operator'), '/admin')
  await expect(page.locator('[data-test=verdict]')).toHaveClass(/good|letters/)
  await expect(page.locator('#nav a')).toHaveCount(3)
  await look(page, 'health')
})
