import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { accountFor, type Account } from './accounts'
import { POINT, report, User } from './api'
import { axe as check, english, expect, shot as picture, signIn, test } from './page'

/** The one that the point lies in. */
export const COMMUNITY = '370102009002'
export const clerk = () => accountFor('community', { area: COMMUNITY })
export const worker = () => accountFor('grid-worker', { area: COMMUNITY })
export const branch = () => accountFor('branch', { area: COMMUNITY })
export const property = () => accountFor('handler', { department: 'property' })
export const words = (zh: string, en: string) => (english() ? en : zh)
export const onPhone = () => test.info().project.name.startsWith('phone')

/** Does something with the whole page in view, so that nothing of it lies under the tabs at the bottom. */
async function whole(page: Page, act: () => Promise<void>): Promise<void> {
  const size = page.viewportSize()!
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: size.width, height: Math.min(3 * size.height, Math.max(size.height, height)) })
  await act()
  await page.setViewportSize(size)
}
/** Looks at a page: for violations of WCAG, and as a picture. */
export async function look(page: Page, name: string): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await whole(page, async () => {
    await check(page)
    await picture(page, name)
  })
}

/** Another person with a browser of their own. */
export async function other(browser: Browser, account: Account, path: string): Promise<Page> {
  const context = await browser.newContext(test.info().project.use)
  const page = await context.newPage()
  await signIn(page, account, path)
  return page
}

export interface Listed {
  id: string
  version: number
}

/** Somewhere of its own near the point, so that nothing is taken for the same matter. */
export const somewhere = () => ({
  ...POINT,
  longitude: POINT.longitude + (Math.random() - 0.5) * 0.001,
  latitude: POINT.latitude + (Math.random() - 0.5) * 0.001,
})

/** A ticket of the community that a body has. */
export async function dispatched(): Promise<string> {
  const { id } = await report({ position: somewhere(), text: `地下车库积水，水泵不转 ${randomUUID().slice(0, 8)}` })
  const street = await User.as(accountFor('dispatcher', { area: COMMUNITY.slice(0, 9) }))
  await street.until<{ state: string }>(`/api/dispatch/tickets/${id}`, ({ state }) => state === 'dispatched')
  return id
}

/** What the property company was called to, signed for and reported. */
export async function answered(ticket: string): Promise<void> {
  const by = await User.as(property())
  const { items } = await by.until<{ items: { id: string }[] }>(
    `/api/department/assignments?ticket=${ticket}`,
    ({ items }) => items.length === 1,
  )
  const path = `/api/department/assignments/${items[0]!.id}`
  for (const [name, body] of [
    ['acceptance', {}],
    ['completion', { result: '已更换水泵，积水排干。' }],
  ] as const) {
    const { etag } = await by.read(path)
    await by.post(`${path}/${name}`, body, etag)
  }
}

export const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
