import type { Page } from '@playwright/test'
import { accountFor, type Account } from './support/accounts'
import { report, User } from './support/api'
import { axe, expect, look, say, shot, signIn, test, typeIn } from './support/page'

const STREET = '370102009'
const dispatcher = () => accountFor('dispatcher', { area: STREET })
const waterSupply = () => accountFor('handler', { department: 'water-supply' })
const DISPATCH = '/api/dispatch/tickets'

interface TicketView {
  state: string
  legs: { assignmentId: string; department: string; state: string }[]
  returns: { id: string; state: string }[]
  requests: { id: string; state: string }[]
}

/** A report that a person must route, waiting in the street's queue. */
async function queued(text: string): Promise<{ id: string; ticketNo: string }> {
  const filed = await report({ text, type: undefined, condition: undefined })
  const street = await User.as(dispatcher())
  await street.until<TicketView>(`${DISPATCH}/${filed.id}`, ({ state }) => state === 'queued')
  return filed
}

/** A report that went to the water company by itself, and its handler's assignment, accepted. */
async function assigned(): Promise<{ id: string; ticketNo: string; assignment: string; handler: User }> {
  const filed = await report()
  const street = await User.as(dispatcher())
  const ticket = await street.until<TicketView>(`${DISPATCH}/${filed.id}`, ({ legs }) => legs.length > 0)
  const assignment = ticket.legs[0]!.assignmentId
  const handler = await User.as(waterSupply())
  const path = `/api/department/assignments/${assignment}`
  await handler.until(path, () => true)
  const { etag } = await handler.read(path)
  await handler.post(`${path}/acceptance`, {}, etag)
  return { ...filed, assignment, handler }
}

async function returned(): Promise<{ id: string; ticketNo: string }> {
  const { id, ticketNo, assignment, handler } = await assigned()
  const path = `/api/department/assignments/${assignment}`
  const { etag } = await handler.read(path)
  await handler.post(
    `${path}/returns`,
    { reason: '井盖上是污水标识，不是供水设施', legalBasis: '《城镇排水与污水处理条例》第三十九条' },
    etag,
  )
  const street = await User.as(dispatcher())
  await street.until<TicketView>(`${DISPATCH}/${id}`, ({ state }) => state === 'return-pending')
  return { id, ticketNo }
}

/**
 * Chooses an entry of an open Element Plus list by typing its name. One list opens at a time; the one before may still be
 * closing, and takes a click for its own.
 */
async function choose(page: Page, field: string, name: string) {
  const list = page.locator('.el-select-dropdown:visible')
  await page.locator(`[data-test=${field}]`).locator('input').first().fill(name)
  await list.getByRole('option', { name, exact: true }).click()
  await expect(list).toHaveCount(0)
}

test('a dispatcher finds what waits, sees what the rules say, and dispatches it by keyboard', async ({ page }) => {
  const mark = `看不清标识的井盖 ${Date.now() % 1_000_000}`
  const { id, ticketNo } = await queued(mark)
  await signIn(page, dispatcher(), '/console')
  await expect(page.locator('[data-test=live]')).toHaveText(say('实时更新', 'Live'))
  await page.keyboard.press('/')
  await page.keyboard.type(mark)
  const rows = page.locator('[data-test=queue] [role=option]')
  await expect(rows).toHaveCount(1)
  await expect(page).toHaveURL(/q=/)
  await page.locator('h1').click()
  await page.keyboard.press('j')
  await expect(page.locator('[data-test=ticket-no]')).toHaveText(ticketNo)
  await expect(page).toHaveURL(new RegExp(`ticket=${id}`))
  await look(page, 'console-queue')

  await page.keyboard.press('?')
  await expect(page.locator('[data-test=key-help]')).toBeVisible()
  await axe(page)
  await shot(page, 'console-keys')
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-test=key-help]')).toBeHidden()

  await page.keyboard.press('d')
  const dialog = page.locator('[data-test=dispatch-dialog]')
  await expect(dialog).toBeVisible()
  await choose(page, 'type', say('污水井盖', 'Sewage manhole cover'))
  await page.locator('[data-test=condition]').click()
  const conditions = page.locator('.el-select-dropdown:visible')
  await expect(conditions).toHaveCount(1)
  await conditions.getByRole('option').first().click()
  await expect(conditions).toHaveCount(0)
  await page.locator('[data-test=take]').click()
  await expect(page.locator('[data-test=lead]')).toContainText(say('排水公司', 'Drainage company'))
  await axe(page)
  await shot(page, 'console-dispatch')
  // Nothing is lost by a refusal: the reason is missing, and said so at its field.
  await dialog.locator('.el-button--primary').last().click()
  await expect(dialog.locator('.el-form-item__error')).toBeVisible()
  await expect(page.locator('[data-test=lead]')).toContainText(say('排水公司', 'Drainage company'))
  await page
    .locator('[data-test=reason] textarea')
    .or(page.locator('textarea[data-test=reason]'))
    .fill('井盖上有污水标识')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.locator('[data-test=leg-drainage]')).toBeVisible()
})

test('the queue keeps its place while tickets come, and shows them when asked', async ({ page }) => {
  const text = `持位 ${Date.now()}`
  const first = await queued(`${text} 一`)
  await signIn(page, dispatcher(), `/console?q=${encodeURIComponent(text)}&state=queued`)
  const rows = page.locator('[data-test=queue] [role=option]')
  await expect(rows).toHaveCount(1)
  await expect(page.locator('[data-test=live]')).toHaveText(say('实时更新', 'Live'))
  await rows.first().click()
  await queued(`${text} 二`)
  const fresh = page.locator('[data-test=fresh]')
  await expect(fresh).toBeVisible()
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toHaveAttribute('aria-selected', 'true')
  // In the other language the list is read anew, and nothing in it is new.
  await shot(page, 'console-queue-new', { only: true })
  await page.locator('h1').click()
  await page.keyboard.press('n')
  await expect(rows).toHaveCount(2)
  await expect(page.locator(`#queue-${first.id}`)).toHaveAttribute('aria-selected', 'true')
  await expect(fresh).toHaveCount(0)
})

test('a ticket tells its whole history, why it went there, and who reported only with a reason', async ({ page }) => {
  const { id, assignment, handler } = await assigned()
  const path = `/api/department/assignments/${assignment}`
  const { etag } = await handler.read(path)
  await handler.post(`${path}/progress-notes`, { note: '已围挡，新井盖在运输途中' }, etag)
  const street = await User.as(dispatcher())
  await street.until<{ history: { type: string }[] }>(`${DISPATCH}/${id}`, ({ history }) =>
    history.some(({ type }) => type.includes('progress-noted')),
  )
  await signIn(page, dispatcher(), `/console/tickets/${id}`)
  await expect(page.getByText('已围挡，新井盖在运输途中')).toBeVisible()
  await expect(page.locator('[data-test=leg-water-supply] .clock')).toHaveCount(2)
  await page.locator('summary', { hasText: say('查看依据', 'Facts and rules') }).click()
  await expect(page.locator('.applied')).toContainText('R-C0101-b')
  await look(page, 'console-ticket')

  await page.locator('[data-test=chase]').click()
  await page.locator('textarea:visible').fill('请今天内办结')
  await shot(page, 'console-chase')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('li.alert').first()).toContainText(say('催办', 'Chased'))
})

test('two dispatchers decide the same return: the second sees who was faster and keeps the reason', async ({
  page,
  somebodyElse,
}) => {
  const { id } = await returned()
  await signIn(page, dispatcher(), `/console/tickets/${id}`)
  const second = await somebodyElse()
  // Nothing comes over its live stream: only the server's refusal tells it what happened meanwhile.
  await second.route('**/api/dispatch/events', () => {})
  await signIn(second, dispatcher(), `/console/tickets/${id}`)
  for (const each of [page, second]) await expect(each.locator('[data-test=return]')).toBeVisible()

  await second.locator('h1').click()
  await second.keyboard.press('x')
  const reason = second.locator('textarea')
  await reason.fill('供水公司应先行围护，再确认权属')

  await page.locator('h1').click()
  await page.keyboard.press('a')
  await page.locator('textarea').fill('现场核实为污水井盖')
  await choose(page, 'lead', say('排水公司', 'Drainage company'))
  await axe(page)
  await shot(page, 'console-return')
  await page.locator('[data-test=decide]').click()
  await expect(page.locator('[data-test=leg-drainage]')).toBeVisible()

  await second.locator('[data-test=decide]').click()
  const faster = second.locator('[data-test=faster]')
  await expect(faster).toBeVisible()
  await expect(faster).toContainText(say(dispatcher().nameZh, dispatcher().nameEn))
  await expect(faster).toContainText('现场核实为污水井盖')
  await expect(second.locator('[data-test=outcome]')).toContainText('现场核实为污水井盖')
  await expect(reason).toHaveValue('供水公司应先行围护，再确认权属')
  await axe(second)
  await shot(second, 'console-faster')
})

test('what waits for a decision stands in one list, counted in the navigation', async ({ page }) => {
  const { id, assignment, handler } = await assigned()
  const manager = await User.as(accountFor('manager', { department: 'water-supply' }))
  const path = `/api/department/assignments/${assignment}`
  const { etag } = await handler.read(path)
  await manager.post(`${path}/extensions`, { reason: '备件定制，预计三日后到货' }, etag)
  const street = await User.as(dispatcher())
  await street.until<TicketView>(`${DISPATCH}/${id}`, ({ requests }) => requests.length > 0)

  await signIn(page, dispatcher(), '/console/decisions?kind=extension')
  await expect(page.locator('[data-test=decisions-count]')).toBeVisible()
  const entry = page.locator('[data-test=decisions] li', { hasText: '备件定制' }).first()
  await entry.locator('button').click()
  await expect(page.locator('[data-test=request]')).toContainText('备件定制')
  await look(page, 'console-decisions')
  await page.locator('h1').click()
  await page.keyboard.press('a')
  await page.locator('textarea').fill('同意，请备件到货后立即更换')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-test=request]')).toHaveCount(0)
})

test('an expired sign-in in mid-form keeps the form, and the decision goes on', async ({ page, context }) => {
  const account: Account = dispatcher()
  const { id } = await returned()
  await signIn(page, account, `/console/tickets/${id}`)
  await page.locator('h1').click()
  await page.keyboard.press('x')
  await page.locator('textarea').fill('井盖上有供水标识，请继续办理')
  await context.clearCookies()
  await page.route('**/protocol/openid-connect/token', (route) =>
    route.request().postData()?.includes('refresh_token')
      ? route.fulfill({ status: 400, json: { error: 'invalid_grant' } })
      : route.continue(),
  )
  let refused = 0
  await page.route('**/returns/*/refusal', (route) =>
    refused++ === 0 ? route.fulfill({ status: 401, json: { title: 'x' } }) : route.continue(),
  )
  await page.locator('[data-test=decide]').click()
  const again = page.locator('[data-test=sign-in-again]')
  await expect(again).toBeVisible()
  await expect(page.locator('textarea')).toHaveValue('井盖上有供水标识，请继续办理')
  const opened = page.waitForEvent('popup')
  await again.locator('.el-button--primary').click()
  const popup = await opened
  await typeIn(popup, account)
  await expect(again).toHaveCount(0)
  await expect(page.locator('[data-test=return]')).toHaveCount(0)
  expect(refused).toBeGreaterThan(1)
})
