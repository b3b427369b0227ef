import { accountFor } from './support/accounts'
import { POINT, report, User } from './support/api'
import { axe, english, expect, shot, test } from './support/page'

const UNKNOWN = '0123456789ABCDEFGHJKMNPQRS'
const FOLLOW = '/api/feedback/tracking/'

interface Assignment {
  id: string
  version: number
}

test('a code is checked as it is typed, and an unknown one is told plainly', { tag: '@phone' }, async ({ page }) => {
  await page.goto(`/track?lang=${english() ? 'en' : 'zh-CN'}`)
  const field = page.locator('#code')
  await field.fill('abc-12')
  await field.press('Enter')
  await expect(page.locator('#code-wrong')).toContainText('5')
  await axe(page)
  await shot(page, 'track-code')
  await page.route(`**${FOLLOW}*`, (route) => route.fulfill({ status: 404, json: { title: 'x' } }))
  await field.fill('0123 4567 89ab cdef ghjk mnpq rs')
  await field.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/track/${UNKNOWN}$`))
  await expect(page.locator('h1')).toHaveText(english() ? 'No report has this code' : '没有查到这个查询码')
  await axe(page)
  await shot(page, 'track-unknown')
})

test('a resident follows a report, rates it, and it is closed', { tag: '@phone' }, async ({ page, request }) => {
  expect((await request.get(`${FOLLOW}${UNKNOWN}`)).status(), 'an unknown code').toBe(404)

  const position = { ...POINT, longitude: POINT.longitude + (Math.random() - 0.5) * 0.002 }
  const { id, trackingCode } = (await report({ position })) as unknown as { id: string; trackingCode: string }
  const street = await User.as(accountFor('dispatcher', { area: '370102009' }))
  const handler = await User.as(accountFor('handler', { department: 'water-supply' }))
  const list = `/api/department/assignments?ticket=${id}`
  const { items } = await handler.until<{ items: Assignment[] }>(list, (answer) => answer.items.length === 1)
  await page.goto(`/track/${trackingCode}?lang=${english() ? 'en' : 'zh-CN'}`)
  await expect(page.locator('[aria-current=step]')).toHaveCount(1)
  await axe(page)
  await shot(page, 'track-handling')

  const path = `/api/department/assignments/${items[0]?.id}`
  const accepted = await handler.read(path)
  await handler.post(`${path}/acceptance`, {}, accepted.etag)
  const { etag } = await handler.read(path)
  await handler.post(`${path}/completion`, { result: '已更换井盖并清理现场。', photos: [] }, etag)
  const { place } = await street.get<{ place: { community: string } }>(`/api/dispatch/tickets/${id}`)
  const verifier = await User.as(accountFor('community', { area: place.community }))
  const loop = `/api/feedback/loops/${id}`
  await verifier.until<{ loop: { state: string } }>(loop, (answer) => answer.loop.state === 'awaiting-verification')
  const found = await verifier.read(loop)
  await verifier.post(`${loop}/verification`, { outcome: 'fixed', position }, found.etag)

  await page.reload()
  const rating = page.locator('[data-test=rating]')
  await expect(rating).toBeVisible()
  await rating.locator('.go').click()
  await expect(rating.locator('.wrong')).toHaveCount(2)
  await axe(page)
  await shot(page, 'track-rating')
  await rating.locator('input[name=solved]').first().check()
  await rating.locator('.stars label').nth(4).click()
  await rating.locator('textarea').fill('处理很快，谢谢')
  await rating.locator('.go').click()
  await expect(page.locator('[data-test=thanks]')).toBeVisible()
  await expect(page.locator('.steps .done')).toHaveCount(5)
  await axe(page)
  await shot(page, 'track-thanks')
  const after = await verifier.get<{ loop: { state: string } }>(loop)
  expect(after.loop.state).toBe('closed')
})
