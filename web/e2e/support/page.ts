import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type BrowserContextOptions, type Page } from '@playwright/test'
import { english, say, size } from './language'
import { signIn, typeIn } from './sign-in'
import { waitingOf, watch, wrongIn } from './watch'

interface Fixtures {
  /** Opens a page of somebody else, on a device of their own. */
  somebodyElse: (options?: BrowserContextOptions) => Promise<Page>
}

/** `test` that fails when a page breaks the Content-Security-Policy or throws. */
export const test = base.extend<Fixtures>({
  context: async ({ context }, use) => {
    watch(context)
    await use(context)
    expect(wrongIn(context), 'violations of the CSP and errors of scripts').toEqual([])
  },
  somebodyElse: async ({ browser }, use, info) => {
    const pages: Page[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...contextOptions(info.project.use), ...options })
      watch(context)
      const page = await context.newPage()
      pages.push(page)
      return page
    })
    for (const page of pages) {
      expect(wrongIn(page.context()), 'violations of the CSP and errors of scripts').toEqual([])
      await page.context().close()
    }
  },
})
export { english, expect, say, signIn, typeIn }

/** Of a project's settings those that a context takes. */
function contextOptions(use: BrowserContextOptions): BrowserContextOptions {
  const { baseURL, locale, timezoneId, viewport, userAgent, deviceScaleFactor, isMobile, hasTouch, serviceWorkers } =
    use
  return Object.fromEntries(
    Object.entries({
      baseURL,
      locale,
      timezoneId,
      viewport,
      userAgent,
      deviceScaleFactor,
      isMobile,
      hasTouch,
      serviceWorkers,
    }).filter(([, value]) => value !== undefined),
  )
}

/** Waits until the page has all it asked for and shows it. */
export async function settled(page: Page): Promise<void> {
  await expect
    .poll(async () => [...waitingOf(page), ...((await page.locator('[aria-busy=true]').count()) > 0 ? ['busy'] : [])], {
      intervals: [20, 40, 80, 160],
      message: 'what the page still waits for',
    })
    .toEqual([])
}

/** Back to the top: what lies half under the bar there is no target, and the bar would stand in the middle of a picture. */
const toTop = (page: Page) => page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))

/** Fails on any violation of WCAG 2.2 AA on what is shown. */
export async function axe(page: Page): Promise<void> {
  await toTop(page)
  const { violations } = await new AxeBuilder({ page })
    // Without a frame of another origin it need not gather its results in a page of its own.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const told = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map((node) => node.html).slice(0, 4),
  }))
  expect(told).toEqual([])
}

/** Writes what is shown, at most three screens of it, to target/screenshots/<size>-<language>/<name>.png. */
async function picture(page: Page, name: string, language: string): Promise<void> {
  await toTop(page)
  await page.evaluate(() => document.fonts.ready)
  const screen = page.viewportSize() ?? { width: 1440, height: 900 }
  // A dialog covers one screen.
  const dialog = (await page.locator('.el-overlay:visible, .van-overlay:visible').count()) > 0
  const whole = dialog ? screen.height : await page.evaluate(() => document.documentElement.scrollHeight)
  await page.screenshot({
    path: `target/screenshots/${size()}-${language}/${name}.png`,
    fullPage: !dialog,
    animations: 'disabled',
    // A phone's picture would have seven times as many points as the page.
    scale: 'css',
    clip: { x: 0, y: 0, width: screen.width, height: Math.min(whole, 3 * screen.height) },
  })
}

async function turnLanguage(page: Page, to: 'zh-CN' | 'en'): Promise<void> {
  // A dialog may lie over the button.
  await page.locator('[data-test=language]').first().dispatchEvent('click')
  await expect(page.locator('html')).toHaveAttribute('lang', to)
  await settled(page)
}

export interface Shot {
  /** Only in the project's language, where to read again in the other would change what is to be seen. */
  readonly only?: boolean
}

/**
 * Takes pictures of what is shown, in both languages: the page is turned to the other one, checked by {@link axe} in it
 * as well, and turned back. So it is also held that turning keeps what was typed.
 */
export async function shot(page: Page, name: string, { only = false }: Shot = {}): Promise<void> {
  await picture(page, name, english() ? 'en' : 'zh')
  if (only || (await page.locator('[data-test=language]').count()) === 0) return
  await turnLanguage(page, english() ? 'zh-CN' : 'en')
  await axe(page)
  await picture(page, name, english() ? 'zh' : 'en')
  await turnLanguage(page, english() ? 'en' : 'zh-CN')
}

/** Looks at a page once it has settled: {@link axe} and {@link shot}. */
export async function look(page: Page, name: string, options: Shot = {}): Promise<void> {
  await settled(page)
  await axe(page)
  await shot(page, name, options)
}
