import { account } from './support/accounts'
import { expect, signIn, test } from './support/page'

/** Dispatcher of a street with ten thousand open tickets, which whoever runs the tests has put there. */
const dispatcher = process.env.WHISTLE_MANY_DISPATCHER ?? ''

test('ten thousand open tickets stay smooth', async ({ page }) => {
  test.skip(dispatcher === '', './whistle test puts the tickets there and names the dispatcher')
  await page.addInitScript(() => {
    const seen: number[] = []
    Object.assign(window, { longTasks: seen })
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => seen.push(duration))).observe({
      type: 'longtask',
      buffered: true,
    })
  })
  await signIn(page, account(dispatcher), '/console')
  const status = page.locator('.status span').first()
  await expect(status).toHaveText(/^共 \d{5} 条$/, { timeout: 40_000 })
  const last = Number((await status.innerText()).replaceAll(/\D/g, ''))
  const list = page.locator('[data-test=queue]')
  const row = (position: number) => page.locator(`[role=option][aria-posinset="${position}"]`)
  // What is measured is the reader's part: loading a page's script is not.
  await page.evaluate(() => ((window as unknown as { longTasks: number[] }).longTasks.length = 0))
  await list.hover()
  for (let i = 0; i < 20; i++) await page.mouse.wheel(0, 4000)
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBeGreaterThan(20_000)
  await list.focus()
  for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await expect(row(last)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Home')
  await expect(row(1)).toHaveAttribute('aria-selected', 'true')
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks)
  expect(Math.max(0, ...tasks), `long tasks: ${tasks.join(', ')} ms`).toBeLessThan(100)
})
