import type { Page } from '@playwright/test'
import { accountFor } from './support/accounts'
import { administrator, begin, DRAFTS, look, withDraft } from './support/admin'
import { report, User } from './support/api'
import { axe, english, expect, shot, signIn, test } from './support/page'

test.describe.configure({ timeout: 120_000 })
test.beforeEach(() => {
  // A place for desks; a phone has the pages of those on the way.
  test.skip(test.info().project.name.startsWith('phone'), 'a desk’s pages')
})

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
  const { title } = await begin(page)
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
