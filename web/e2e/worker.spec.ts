import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { accountFor, type Account } from './support/accounts'
import { POINT, report, User } from './support/api'
import { axe as check, expect, say, settled, shot as picture, signIn, test, typeIn } from './support/page'

/** A photo of the camera, as far as a phone's page can tell. */
const PHOTO = { name: 'camera.png', mimeType: 'image/png', buffer: readFileSync('public/icons/whistle-512.png') }

interface Report {
  id: string
  text: string
  state: string
}

/** Tells one report's text from all others. */
const mark = () => randomUUID().slice(0, 8)

/** Somewhere of its own near the point, so that nothing is taken for the same matter. */
const somewhere = () => ({
  longitude: POINT.longitude + (Math.random() - 0.5) * 0.001,
  latitude: POINT.latitude + (Math.random() - 0.5) * 0.001,
})
const here = somewhere()
test.use({ geolocation: here, permissions: ['geolocation', 'clipboard-read', 'clipboard-write'] })

/** By how much a page may be longer in the other language, pixels. */
const LONGER = 120

/** Does something with the whole page in view, so that nothing of it lies under the bar of the submit button. */
async function whole(page: Page, act: () => Promise<void>): Promise<void> {
  const size = page.viewportSize()!
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({
    width: size.width,
    height: Math.min(3 * size.height, Math.max(size.height, height + LONGER)),
  })
  await act()
  await page.setViewportSize(size)
}
const axe = (page: Page) => whole(page, () => check(page))
const shot = (page: Page, name: string, options?: Parameters<typeof picture>[2]) =>
  whole(page, () => picture(page, name, options))

/** The worker whose grid the point lies in. */
async function worker(): Promise<Account> {
  const anyone = await User.as(accountFor('grid-worker', { area: '370102009' }))
  const { longitude, latitude } = here
  const { place } = await anyone.get<{ place: { grid: string } }>(
    `/api/intake/grids/at?longitude=${longitude}&latitude=${latitude}&datum=wgs84`,
  )
  return accountFor('grid-worker', { area: place.grid })
}

const mine = (user: User, text: string) =>
  user
    .get<{ items: Report[] }>('/api/intake/reports?limit=100')
    .then(({ items }) => items.filter((it) => it.text === text))

/** Fills the form up to the last field that must be there. */
async function fill(page: Page, text: string, condition = 'b'): Promise<void> {
  await page.locator('[data-test=type-search]').fill('ssjg')
  await page.locator('[data-test=type-C0101]').click()
  await page.locator(`[data-test=condition-${condition}]`).check()
  await page.locator('[data-test=camera]').setInputFiles(PHOTO)
  await expect(page.locator('[data-test=preview]')).toHaveCount(1)
  await page.locator('[data-test=text]').fill(text)
  await expect(page.locator('[data-test=grid]')).not.toBeEmpty()
}

async function send(page: Page): Promise<void> {
  await page.locator('[data-test=submit]').click()
}

/** A ticket that its department says is done. */
async function handled(): Promise<{ id: string }> {
  const { id } = await report({ position: { ...somewhere(), datum: 'wgs84' } })
  const by = await User.as(accountFor('handler', { department: 'water-supply' }))
  const { items } = await by.until<{ items: { id: string }[] }>(
    `/api/department/assignments?ticket=${id}`,
    ({ items }) => items.length === 1,
  )
  const path = `/api/department/assignments/${items[0]!.id}`
  for (const [name, body] of [
    ['acceptance', {}],
    ['completion', { result: '已更换井盖并压实周边' }],
  ] as const) {
    const { etag } = await by.read(path)
    await by.post(`${path}/${name}`, body, etag)
  }
  return { id }
}

test('a report is sent in a few touches, and followed to its fate', async ({ page }) => {
  const text = `路口井盖破损 ${mark()}`
  await signIn(page, await worker())
  await expect(page).toHaveURL(/\/worker$/)
  await settled(page)
  await axe(page)
  await shot(page, 'worker-report-empty')
  await page.locator('[data-test=submit]').click()
  await expect(page.locator('.k-fault').first()).toBeVisible()
  await axe(page)
  await page.locator('[data-test=type-search]').fill('jg')
  await expect(page.locator('[data-test=type-C0101]')).toBeVisible()
  await axe(page)
  await shot(page, 'worker-report-search')
  await fill(page, text)
  await axe(page)
  await shot(page, 'worker-report-filled')
  await send(page)
  await expect(page.locator('[data-test=ticket-no]')).toHaveText(/^370102009-\d{8}-\w{6}$/)
  await axe(page)
  await shot(page, 'worker-receipt')

  await page.locator('#nav a').last().click()
  await expect(page.locator('h1')).toHaveText(say('我的上报', 'My reports'))
  const card = page.locator('.k-card', { hasText: text })
  await expect(card).toBeVisible()
  await axe(page)
  await shot(page, 'worker-reports')
  await card.click()
  await expect(page.locator('.timeline')).toBeVisible()
  await settled(page)
  await axe(page)
  await shot(page, 'worker-report-detail')
})

test('an open matter nearby is joined instead of reported again', async ({ page }) => {
  const { id } = await report({ position: { ...here, datum: 'wgs84' }, type: 'C0101', condition: 'b' })
  await signIn(page, await worker())
  await fill(page, `同一处井盖 ${mark()}`)
  const nearby = page.locator('[data-test=nearby]')
  await nearby.locator(`input[value="${id}"]`).check()
  await axe(page)
  await shot(page, 'worker-report-nearby')
  await send(page)
  await expect(page.locator('[data-test=receipt]')).toContainText(say('已并入工单', 'Joined to the ticket'))
})

test('an emergency asks once, alarms every level, and is acknowledged and marked safe', async ({
  page,
  somebodyElse,
}) => {
  const text = `燃气泄漏异味 ${mark()}`
  const reporter = await worker()
  await signIn(page, reporter)
  await fill(page, text, 'a')
  await page.locator('[data-test=matter-emergency]').check()
  await shot(page, 'worker-report-emergency')
  await send(page)
  await expect(page.locator('.el-dialog')).toBeVisible()
  await axe(page)
  await shot(page, 'worker-report-emergency-confirm')
  await page.locator('.el-dialog .el-button--danger').click()
  await expect(page.locator('[data-test=receipt]')).toContainText(say('已报警', 'Alarm raised'))
  const user = await User.as(reporter)
  const [filed] = await mine(user, text)

  const other = await somebodyElse({ geolocation: here, permissions: ['geolocation'] })
  await signIn(other, accountFor('community', { area: reporter.areas[0]!.slice(0, 12) }), '/worker/matters?tab=alarms')
  await other.locator(`[data-test=alarm-${filed!.id}]`).waitFor()
  await axe(other)
  await shot(other, 'worker-alarms')
  await other.locator(`[data-test=alarm-${filed!.id}]`).click()
  await other.locator('[data-test=acknowledge]').click()
  await expect(other.locator('[data-test=acknowledge]')).toHaveCount(0)
  await axe(other)
  await shot(other, 'worker-alarm')
  await other.locator('[data-test=safe-note]').fill('已围挡并有专人看守')
  await other.locator('[data-test=safe]').click()
  await expect(other.locator('[data-test=safe]')).toHaveCount(0)
})

test('what the server refuses waits with its reason, and is corrected', async ({ page, context }) => {
  await signIn(page, await worker())
  // Where the phone is at first has been found.
  await expect(page.locator('[data-test=grid]')).not.toBeEmpty()
  await context.setGeolocation({ longitude: 116.2, latitude: 36.2 })
  await page.locator('[data-test=locate]').click()
  await fill(page, `不在网格内 ${mark()}`)
  await expect(page.locator('[data-test=grid]')).toContainText(say('不在任何网格内', 'lies in no grid'))
  await send(page)
  await expect(page.locator('[data-test=state-refused]')).toBeVisible()
  await page.goto('/worker/reports/queue')
  await expect(page.locator('.k-fault').first()).toBeVisible()
  await axe(page)
  await shot(page, 'worker-queue-refused')
  await page.locator('.acts a').first().click()
  await expect(page.locator('.k-fault').first()).toBeVisible()
  await context.setGeolocation(here)
  await page.locator('[data-test=locate]').click()
  await expect(page.locator('[data-test=grid]')).not.toContainText(say('不在任何网格内', 'lies in no grid'))
  await send(page)
  await expect(page.locator('[data-test=ticket-no]')).toBeVisible()
})

test('an expired sign-in in mid-form keeps the form, and what was sent meanwhile goes after signing in', async ({
  page,
  context,
}) => {
  const account = await worker()
  const text = `登录过期 ${mark()}`
  await signIn(page, account)
  await fill(page, text)
  await context.clearCookies()
  await page.route('**/protocol/openid-connect/token', (route) =>
    route.request().postData()?.includes('refresh_token')
      ? route.fulfill({ status: 400, json: { error: 'invalid_grant' } })
      : route.continue(),
  )
  let expired = true
  await page.route('**/api/intake/**', (route) =>
    expired ? route.fulfill({ status: 401, json: { title: 'x' } }) : route.continue(),
  )
  // Another type: what is open nearby is asked for, and the answer is that nobody is signed in.
  await page.locator('[data-test=change-type]').click()
  await page.locator('[data-test=type-search]').fill('wsjg')
  await page.locator('[data-test=type-C0102]').click()
  await expect(page.locator('[data-test=sign-in-again]')).toBeVisible()
  await page.locator('[data-test=sign-in-again] .el-button').first().click()
  await page.locator('[data-test=condition-b]').check()
  await expect(page.locator('[data-test=text]')).toHaveValue(text)
  await expect(page.locator('[data-test=preview]')).toHaveCount(1)
  await send(page)
  await expect(page.locator('[data-test=outbox]')).toContainText(say('登录已过期', 'sign-in has expired'))
  await axe(page)
  await shot(page, 'worker-signed-out')
  expired = false
  const opened = page.waitForEvent('popup')
  await page.locator('[data-test=outbox] button').click()
  const popup = await opened
  await typeIn(popup, account)
  await expect(page.locator('[data-test=ticket-no]')).toBeVisible()
  expect(await mine(await User.as(account), text)).toHaveLength(1)
})

test('a handled ticket is verified on site with a photo and a position', async ({ page }) => {
  const { id } = await handled()
  const account = await worker()
  const user = await User.as(account)
  await user.until<{ items: { ticketId: string }[] }>('/api/feedback/verifications?limit=200', ({ items }) =>
    items.some(({ ticketId }) => ticketId === id),
  )
  await signIn(page, account, '/worker/verifications')
  await page.locator('[data-test=by-distance]').click()
  await page.locator(`[data-test=verify-${id}]`).waitFor()
  await axe(page)
  await shot(page, 'worker-verifications')
  await page.locator(`[data-test=verify-${id}]`).click()
  await page.locator('[data-test=not-fixed]').check()
  await send(page)
  await expect(page.locator('.k-fault').first()).toBeVisible()
  await page.locator('[data-test=note]').fill('井盖高出路面，仍会绊倒')
  await page.locator('[data-test=camera]').setInputFiles(PHOTO)
  await expect(page.locator('[data-test=preview]')).toHaveCount(1)
  await axe(page)
  await shot(page, 'worker-verification')
  await send(page)
  await expect(page).toHaveURL(/\/worker\/verifications$/)
  await expect(page.locator(`[data-test=verify-${id}]`)).toHaveCount(0)
  const { verifications } = await user.until<{ verifications: { fixed: boolean; photos: string[] }[] }>(
    `/api/feedback/loops/${id}`,
    ({ verifications }) => verifications.length > 0,
  )
  expect(verifications).toEqual([expect.objectContaining({ fixed: false, photos: [expect.any(String)] })])
})

test('a matter is passed up with its history, and a prominent one is deliberated', async ({ page }) => {
  const account = await worker()
  const user = await User.as(account)
  const community = accountFor('community', { area: account.areas[0]!.slice(0, 12) })
  const file = (body: object) =>
    user.post<{ id: string }>('/api/intake/reports', {
      clientId: randomUUID(),
      type: 'E0101',
      condition: 'a',
      text: '楼道堆物，邻里协调未果',
      position: { ...somewhere(), datum: 'wgs84' },
      address: '甸柳新村一区 3 号楼',
      ...body,
    })
  const types = await user.get<{ types: { code: string; kind: string; conditions: { code: string }[] }[] }>(
    '/api/intake/catalogue',
  )
  const social = types.types.find(({ kind }) => kind === 'social')!
  const issue = { type: social.code, condition: social.conditions[0]!.code }
  const coordinated = await file({ ...issue, matter: 'coordination', level: 'branch' })
  const prominent = await file({ ...issue, matter: 'prominent', text: '东门外非机动车乱停，多户居民反映' })

  await signIn(page, community, '/worker/matters')
  await page.locator(`[data-test=matter-${prominent.id}]`).waitFor()
  await axe(page)
  await shot(page, 'worker-matters')
  await page.goto(`/worker/matters/${coordinated.id}`)
  await page.locator('[data-test=pass-up]').click()
  await page.locator('[data-test=settle]').click()
  await expect(page.locator('.k-fault')).toBeVisible()
  await page.locator('[data-test=settle-text]').fill('两次上门协调，双方未达成一致')
  await axe(page)
  await page.locator('[data-test=settle]').click()
  await expect(page.locator('.history li')).toHaveCount(1)
  await expect(page.locator('.history')).toContainText('两次上门协调')
  await shot(page, 'worker-matter')

  await page.goto(`/worker/matters/${prominent.id}`)
  await page.locator('[data-test=participants]').fill('23')
  await page.locator('[data-test=resolution]').fill('同意在东门外增设非机动车停放区')
  await page.locator('[data-test=ticket-yes]').check()
  await axe(page)
  await shot(page, 'worker-deliberation')
  await page.locator('[data-test=deliberate]').click()
  await expect(page.locator('.history li')).toHaveCount(1)
})

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' })

  test('a report survives the closed tab and is sent once when the network is back', async ({ page, context }) => {
    const account = await worker()
    const user = await User.as(account)
    const text = `断网上报 ${mark()}`
    await signIn(page, account)
    await page.evaluate(() => navigator.serviceWorker.ready)
    // The next load is the service worker's, and everything to read offline has been kept.
    await page.reload()
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
    await page.locator('[data-test=type-search]').fill('ssjg')
    await expect(page.locator('[data-test=type-C0101]')).toBeVisible()
    await expect(page.locator('[data-test=grid]')).not.toBeEmpty()

    await context.setOffline(true)
    await page.reload()
    await fill(page, text)
    await send(page)
    await expect(page.locator('[data-test=receipt-waiting]')).toBeVisible()
    await expect(page.locator('[data-test=outbox]')).toBeVisible()
    await shot(page, 'worker-saved-offline')
    await page.close()

    const again = await context.newPage()
    await again.goto('/worker/reports/queue')
    await expect(again.locator('.k-card', { hasText: text })).toBeVisible()
    await shot(again, 'worker-queue-offline')
    expect(await mine(user, text)).toHaveLength(0)
    await context.setOffline(false)
    await expect(again.locator('.k-card', { hasText: text }).locator('[data-test=state-sent]')).toBeVisible()
    await again.reload()
    await expect(again.locator('[data-test=state-sent]').first()).toBeVisible()
    expect(await mine(user, text)).toHaveLength(1)
  })
})
