import { account, accountFor } from './support/accounts'
import { report, User } from './support/api'
import { axe, english, expect, look as check, settled, shot, signIn, test } from './support/page'
import { sheetsOf } from './support/xlsx'
import type { Page } from '@playwright/test'

const STREET = '370102009'
const leader = () => account('leader')

const look = (page: Page, name: string) => check(page, `lead-${name}`)

/** The page in question, by the address of the navigation: works on a desk and on a phone. */
async function go(page: Page, path: string): Promise<void> {
  const burger = page.locator('.burger')
  if (await burger.isVisible()) await burger.click()
  await page.locator(`#nav a[href="${path}"]`).click()
  await settled(page)
}

/** A part that its body has completed, so that there is something to rank. */
async function completed(): Promise<void> {
  const { id } = await report()
  const user = await User.as(leader())
  const { legs } = await user.until<{ legs: { assignmentId: string; department: { code: string } }[] }>(
    `/api/feedback/loops/${id}`,
    (loop) => loop.legs.length > 0,
  )
  const [leg] = legs
  const handler = await User.as(accountFor('handler', { department: leg?.department.code }))
  const path = `/api/department/assignments/${leg?.assignmentId}`
  await handler.until(path, () => true)
  await handler.post(`${path}/acceptance`, {}, (await handler.read(path)).etag)
  await handler.post(
    `${path}/completion`,
    { result: '已更换井盖并压实周边', photos: [] },
    (await handler.read(path)).etag,
  )
  const due = `/api/feedback/ranking?by=department&period=month`
  await user.until<{ rows: unknown[] }>(due, ({ rows }) => rows.length > 0)
}

test(
  'a leader reads the loop of today, the rates, and the tickets behind a number',
  { tag: '@phone' },
  async ({ page }) => {
    await report()
    await signIn(page, leader())
    await expect(page).toHaveURL(/\/lead$/)
    const reported = page.locator('[data-test=stage-collect] .l-big')
    await expect(reported).not.toHaveText('0')
    await expect(page.locator('.stage')).toHaveCount(5)
    await look(page, 'today')

    await go(page, '/lead/rates')
    const row = page.locator('[data-test=rate-valid-report]')
    await row.locator('[aria-expanded]').click()
    await expect(row.locator('[role=note]')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(row.locator('[role=note]')).toBeHidden()
    await row.locator('.name > button').first().click()
    await look(page, 'rates')

    const number = row.locator('.l-link').last()
    const count = (await number.innerText()).replaceAll(/\D/g, '')
    await number.click()
    await expect(page.locator('[data-test=behind]')).toContainText(english() ? 'in all' : '共')
    await expect(page.locator('[data-test=behind]')).toContainText(Number(count).toLocaleString('en'))
    await expect(page.locator('[data-test=tickets] tbody tr').first()).toBeVisible()
    await look(page, 'tickets')
    await page.goBack()
    await expect(row).toBeVisible()
  },
)

test('a leader follows a street from its page and reads its digest', { tag: '@phone' }, async ({ page }) => {
  const user = await User.as(leader())
  await user.delete(`/api/feedback/follows/area/${STREET}`)
  await signIn(page, leader(), `/lead/bodies/street/${STREET}`)
  await expect(page.locator('h1')).toHaveText(english() ? 'Dianliu Street Office' : '甸柳街道')
  await page.locator('[data-test=follow-this]').click()
  await expect(page.locator('[data-test=follow-this]')).toHaveAttribute('aria-pressed', 'true')
  await look(page, 'street')
  await go(page, '/lead')
  const card = page.locator('[data-test=followed]', { hasText: english() ? 'Dianliu' : '甸柳街道' })
  await expect(card).toBeVisible()
  await shot(page, 'lead-today-followed')
  await card.locator('button').click()
  await expect(card).toHaveCount(0)
})

test('a leader compares places on the map and its table', { tag: '@phone' }, async ({ page }) => {
  await signIn(page, leader(), '/lead/map')
  await expect(page.locator('[data-test=figures] tbody tr')).toHaveCount(13)
  await expect(page.locator('.leaflet-container canvas').first()).toBeVisible()
  await look(page, 'map')
  await page.locator('input[value=on-time]').check({ force: true })
  await page.locator('[data-test=within]').selectOption(STREET)
  await expect(page.locator('[data-test=figures] a[href*="bodies/street/370102009001001"]')).toBeVisible()
  await look(page, 'map-grids')
})

test('a leader reads the ranking with its rule, and the warnings', { tag: '@phone' }, async ({ page }) => {
  await completed()
  await signIn(page, leader(), '/lead/ranking')
  const ranked = page.locator('[data-test=ranking], [data-test=apart]')
  await ranked.locator('[aria-expanded]').first().click()
  await expect(ranked.locator('.parts')).toBeVisible()
  await look(page, 'ranking')
  await go(page, '/lead/warnings')
  await expect(page.locator('[data-test=backlog] tbody tr').first()).toBeVisible()
  await look(page, 'warnings')
})

test('a leader prints the bulletin and takes it as a workbook', { tag: '@phone' }, async ({ page }) => {
  await signIn(page, leader(), '/lead/bulletin')
  const sheet = page.locator('[data-test=bulletin]')
  await expect(sheet.locator('section')).toHaveCount(5)
  await look(page, 'bulletin')

  const saved = page.waitForEvent('download')
  await page.locator('[data-test=xlsx]').click()
  const download = await saved
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
  const sheets = sheetsOf(await download.path())
  expect(sheets).toHaveLength(5)
  const [rates] = sheets
  expect(rates?.rows[0]?.[0]).toBe(english() ? 'Rate' : '指标')
  expect(rates?.rows).toHaveLength(14)
  const shown = sheet.locator('section').first().locator('tbody tr').nth(11)
  const valid = rates?.rows[12]
  expect(valid?.[0]).toBe(await shown.locator('th').innerText())
  expect(typeof valid?.[1]).toBe('number')
  await expect(shown.locator('td').nth(1)).toContainText(Number(valid?.[2]).toLocaleString('en'))

  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('header.bar')).toBeHidden()
  await expect(page.locator('[data-test=xlsx]')).toBeHidden()
  await expect(sheet).toBeVisible()
  await shot(page, 'lead-bulletin-print')
})

test('a chased ticket is told to the street, which acknowledges it', { tag: '@phone' }, async ({ page }) => {
  const supervisor = await User.as(accountFor('supervisor'))
  const { id, ticketNo } = await report()
  await supervisor.until<{ loop: { state: string } }>(
    `/api/feedback/loops/${id}`,
    ({ loop }) => loop.state === 'handling',
  )
  await supervisor.post(`/api/feedback/loops/${id}/chasing`, { note: '请尽快处置' })
  await signIn(page, account('leader-009'), '/lead/supervision')
  const row = page.locator('[data-test=alerts] tbody tr', { hasText: ticketNo })
  await expect(row).toBeVisible()
  await look(page, 'supervision')
  await row.locator('[data-test=chase]').click()
  await expect(page.locator('[data-test=chase-note], .el-dialog textarea').first()).toBeVisible()
  await axe(page)
  await shot(page, 'lead-chase')
  await page.keyboard.press('Escape')
  await row.locator('[data-test=acknowledge]').click()
  await expect(row).toHaveCount(0)
})
