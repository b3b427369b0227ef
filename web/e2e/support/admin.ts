import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { account } from './accounts'
import { User } from './api'
import { axe, expect, shot, signIn } from './page'

export const administrator = () => account('administrator')
export const DRAFTS = '/api/dispatch/policy-drafts'

/** Looks at a page that has read all it shows: accessible, and its picture kept. */
export async function look(page: Page, name: string): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await page.evaluate(() => scrollTo(0, 0))
  await axe(page)
  await shot(page, `admin-${name}`)
}

/** Begins a draft on the page, and stands at its rules. */
export async function begin(page: Page): Promise<{ id: string; title: string }> {
  const title = `e2e ${randomUUID().slice(0, 8)}`
  await signIn(page, administrator(), '/admin/drafts')
  await page.locator('[data-test=begin]').click()
  await page.locator('[data-test=draft-title]').fill(title)
  await page.locator('.el-dialog:visible .el-button--primary').click()
  await expect(page.locator('h1')).toContainText(title)
  await expect(page.locator('[data-test=table-rules] tbody tr').first()).toBeVisible()
  return { id: page.url().split('/').pop()!.split('?')[0]!, title }
}

/** A draft begun over REST; given up again behind the test. */
export async function withDraft(test: (id: string) => Promise<void>): Promise<void> {
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
