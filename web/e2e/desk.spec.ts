import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { accountFor } from './support/accounts'
import { POINT, report, User } from './support/api'
import { axe, english, expect, look, settled, shot, signIn, test } from './support/page'

const DEPARTMENT = 'water-supply'
const handler = () => accountFor('handler', { department: DEPARTMENT })
const manager = () => accountFor('manager', { department: DEPARTMENT })

interface Assignment {
  id: string
  ticketId: string
  ticketNo: string
  version: number
  state: string
}

/** A photo of a few bytes: something dark and round on the ground. */
const PHOTO = {
  name: 'site.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAABAAAAAMCAIAAADkharWAAAAMklEQVR42mOYf/gaSYiB7hrcwuPRELqGnUdOIiNMDWgKGPCrxtRDZw0k+4EcDQQRyRoAAlJzhKOQe4EAAAAASUVORK5CYII=',
    'base64',
  ),
}

/** Somewhere of its own within the grid, so that nothing is taken for the same matter. */
const somewhere = () => ({
  ...POINT,
  longitude: POINT.longitude + (Math.random() - 0.5) * 0.002,
  latitude: POINT.latitude + (Math.random() - 0.5) * 0.002,
})

/** A report whose assignment has arrived at the department. */
async function assigned(): Promise<{ assignment: Assignment; by: User }> {
  const { id } = await report({ position: somewhere() })
  const by = await User.as(handler())
  const { items } = await by.until<{ items: Assignment[] }>(
    `/api/department/assignments?ticket=${id}`,
    ({ items }) => items.length === 1,
  )
  return { assignment: items[0]!, by }
}

const pathOf = ({ id }: Assignment) => `/api/department/assignments/${id}`

async function command(by: User, assignment: Assignment, name: string, body: unknown = {}): Promise<void> {
  const { etag } = await by.read(pathOf(assignment))
  await by.post(`${pathOf(assignment)}/${name}`, body, etag)
}

/** The button of a command: at the thumb on a phone, above the page at a desk. */
const button = (page: Page, name: string) => page.locator(`[data-test="${name}"]:visible`).first()

/** One of those that a phone shows when it is asked for more. */
async function press(page: Page, name: string): Promise<void> {
  await expect(page.locator('.bar .first:visible')).toBeVisible()
  const more = page.locator('.bar .more:visible')
  if ((await more.count()) > 0) await more.click()
  await button(page, name).click()
}
const text = (page: Page) => page.locator('[data-test=text]:visible').last()
const send = (page: Page) => page.locator('[data-test=send]:visible').last()

test('the inbox has the most urgent first, and its filters in its address', { tag: '@phone' }, async ({ page }) => {
  await assigned()
  await signIn(page, handler(), '/desk')
  await expect(page.locator('[data-test=assignment]').first()).toBeVisible()
  await look(page, 'desk-inbox')
  await page.locator('[data-test=view-accepted]').click()
  await expect(page).toHaveURL(/state=accepted/)
  await page.locator('select').first().selectOption('U4')
  await expect(page).toHaveURL(/urgency=U4/)
  await page.locator('[data-test=view-suspended]').click()
  await settled(page)
  await expect(page.locator('.page-state')).toContainText(english() ? 'Nothing fits' : '没有符合筛选条件')
  await axe(page)
  await shot(page, 'desk-inbox-empty')
})

test('a handler accepts, somebody is faster, and it is completed with a photo', { tag: '@phone' }, async ({ page }) => {
  const { assignment, by } = await assigned()
  await signIn(page, handler(), `/desk/assignments/${assignment.id}`)
  await expect(button(page, 'acceptance')).toBeVisible()
  await look(page, 'desk-assignment')
  await button(page, 'acceptance').click()
  await send(page).click()
  await expect(button(page, 'completion')).toBeVisible()

  await button(page, 'completion').click()
  await send(page).click()
  await expect(page.locator('.lacking').first()).toBeVisible()
  await text(page).fill('已更换球墨铸铁井盖并清理现场。')
  await page.locator('[data-test=photos]').setInputFiles(PHOTO)
  await expect(page.locator('.items img')).toHaveCount(1)
  await expect(page.locator('.items .over')).toHaveCount(0)
  await command(by, assignment, 'progress-notes', { note: '已围挡。' })
  await send(page).click()
  await expect(page.locator('.form-error')).toBeVisible()
  await page.locator('.form-error button').click()
  await expect(page.locator('.changes')).toContainText('已围挡。')
  await expect(text(page)).toHaveValue('已更换球墨铸铁井盖并清理现场。')
  await axe(page)
  await shot(page, 'desk-completion')
  await send(page).click()
  await expect(page.locator('.el-dialog:visible')).toHaveCount(0)
  await expect(page.locator('.history')).toContainText('已更换球墨铸铁井盖并清理现场。')
  const after = await by.get<{ state: string; history: { event: { photos?: string[] } }[] }>(pathOf(assignment))
  expect(after.state).toBe('completed')
  expect(after.history.at(-1)?.event.photos).toHaveLength(1)
  await look(page, 'desk-assignment-completed')
})

test('a return says its limits before it is sent, and the clock stands still', { tag: '@phone' }, async ({ page }) => {
  const { assignment, by } = await assigned()
  await signIn(page, handler(), `/desk/assignments/${assignment.id}`)
  await press(page, 'returns')
  await expect(page.locator('.rules')).toContainText(english() ? 'Possible until' : '前提出')
  await text(page).fill('井盖属污水管线，非供水设施。')
  await page.locator('[data-test=legal-basis]').fill('城镇排水与污水处理条例第三十九条')
  await axe(page)
  await shot(page, 'desk-return')
  await send(page).click()
  await expect(page.locator('.el-dialog:visible')).toHaveCount(0)
  expect((await by.get<Assignment>(pathOf(assignment))).state).toBe('return-pending')
  await expect(page.locator('.clock').first()).toContainText(english() ? 'clock paused' : '计时暂停')
})

test('a manager endorses an extension; it goes to the street', { tag: '@phone' }, async ({ page }) => {
  const { assignment, by } = await assigned()
  await command(by, assignment, 'acceptance')
  const reason = `管件需定制 ${randomUUID().slice(0, 8)}`
  await command(by, assignment, 'extensions', { reason, photos: [] })
  await signIn(page, manager(), '/desk/requests')
  const card = page.locator('[data-test=request]').filter({ hasText: reason })
  // Others may wait as well: the latest is the last.
  await expect(async () => {
    const more = page.locator('.page-state > .el-button')
    if ((await card.count()) === 0 && (await more.count()) > 0) await more.click()
    expect(await card.count()).toBe(1)
  }).toPass()
  await look(page, 'desk-requests')
  await card.locator('[data-test=endorsement]').click()
  await page.locator('.el-dialog:visible .el-button--primary').click()
  await expect(card).toHaveCount(0)
  const after = await by.get<{ request: { state: string } }>(pathOf(assignment))
  expect(after.request.state).toBe('sent')
})

test('a manager sees load, warnings, rates and ratings, and the appeals', { tag: '@phone' }, async ({ page }) => {
  await signIn(page, manager(), '/desk/department')
  await expect(page.locator('table').first()).toBeVisible()
  await look(page, 'desk-department')
  await page.goto('/desk/appeals')
  await expect(page.locator('h1')).toBeVisible()
  await look(page, 'desk-appeals')
})

test(
  'a body called by a whistle signs, checks in on site, and sees the other bodies',
  { tag: '@phone' },
  async ({ page, context }) => {
    const { assignment } = await assigned()
    const dispatcher = await User.as(accountFor('dispatcher', { area: '370102009' }))
    const ticket = `/api/dispatch/tickets/${assignment.ticketId}`
    const { etag, data } = await dispatcher.read<{ position: { longitude: number; latitude: number } }>(ticket)
    await dispatcher.post(
      `${ticket}/whistles`,
      {
        kind: 'emergency',
        lead: DEPARTMENT,
        invitees: ['urban-management', 'traffic-police'],
        subject: '井盖破损，需现场围护并确认管线',
        venue: '甸柳新村一区 3 号楼北侧路口',
        meetAt: new Date(Date.now() + 20 * 60_000).toISOString(),
        reason: '涉及多个部门，须同时到场。',
      },
      etag,
    )
    const by = await User.as(handler())
    const { items } = await by.until<{ items: Assignment[] }>(
      `/api/department/assignments?ticket=${assignment.ticketId}&whistle=true&state=open`,
      ({ items }) => items.length === 1,
    )
    const called = items[0]!
    await context.grantPermissions(['geolocation'])
    await context.setGeolocation(data.position)
    await signIn(page, handler(), `/desk/assignments/${called.id}`)
    await expect(page.locator('[data-test=whistle]')).toContainText('甸柳新村一区')
    await button(page, 'acceptance').click()
    await send(page).click()
    await button(page, 'check-in').click()
    await expect(page.locator('.fix .metres')).toBeVisible()
    await shot(page, 'desk-check-in')
    await send(page).click()
    await expect(page.locator('.el-dialog:visible')).toHaveCount(0)
    await expect(page.locator('[data-test=legs] li')).toHaveCount(3)
    await look(page, 'desk-whistle')
  },
)
