import type { Page } from '@playwright/test'
import { accountFor } from './support/accounts'
import { POINT, report, User } from './support/api'
import { axe, expect, look, say, shot, signIn, test } from './support/page'

const STREET = '370102009'
const dispatcher = () => accountFor('dispatcher', { area: STREET })
const handler = (department: string) => accountFor('handler', { department })
const DISPATCH = '/api/dispatch/tickets'

interface Leg {
  assignmentId: string
  department: string
}
interface TicketView {
  state: string
  place: { community: string }
  legs: Leg[]
  whistle?: { parts: Leg[] }
}
interface LoopView {
  loop: { state: string; version: number }
}

/** Chooses entries of an Element Plus list by typing their names. */
async function choose(page: Page, field: string, ...names: string[]) {
  for (const name of names) {
    await page.locator(`[data-test=${field}]`).locator('input').first().fill(name)
    await page.locator('.el-select-dropdown:visible').getByRole('option', { name, exact: true }).click()
  }
  await page.locator('h1').click()
  await expect(page.locator('.el-select-dropdown:visible')).toHaveCount(0)
}

async function dispatched(
  body: Record<string, unknown> = {},
): Promise<{ id: string; ticketNo: string; legs: Leg[]; community: string }> {
  const filed = await report(body)
  const street = await User.as(dispatcher())
  const ticket = await street.until<TicketView>(`${DISPATCH}/${filed.id}`, ({ legs }) => legs.length > 0)
  return { ...filed, legs: ticket.legs, community: ticket.place.community }
}

/** A department's command on its assignment, once it has heard of it. */
async function act(department: string, assignment: string, command: string, body: unknown = {}): Promise<void> {
  const user = await User.as(handler(department))
  const path = `/api/department/assignments/${assignment}`
  await user.until(path, () => true)
  const { etag } = await user.read(path)
  await user.post(`${path}/${command}`, body, etag)
}

test('a dispatcher blows a whistle and sees a body sign and check in, live', async ({ page }) => {
  const { id } = await dispatched()
  await signIn(page, dispatcher(), `/console/tickets/${id}`)
  await page.locator('[data-test=whistle]').click()
  await expect(page.locator('[data-test=blow]')).toBeVisible()
  await page.locator('[data-test=kind]').getByText(say('应急处置哨', 'Emergency whistle'), { exact: true }).click()
  await page.locator('textarea[data-test=subject]').fill('井盖破损，需现场围护并确认管线')
  await choose(page, 'lead', say('供水公司', 'Water supply company'))
  await choose(page, 'invitees', say('公安交通管理局', 'Traffic police'))
  await look(page, 'console-whistle-new')

  // Nothing is lost by a refusal: the reason is missing, and said so at its field.
  await page.locator('[data-test=blow-now]').click()
  await expect(page.locator('.el-form-item__error')).toBeVisible()
  await page.locator('textarea[data-test=reason]').fill('涉及多个部门，须同时到场')
  await page.locator('[data-test=blow-now]').click()
  await expect(page.locator('[data-test=board]').first()).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`/console/whistles/${id}$`))
  await expect(page.locator('[data-test=countdown]')).toBeVisible()

  const street = await User.as(dispatcher())
  const ticket = await street.get<TicketView>(`${DISPATCH}/${id}`)
  const part = ticket.whistle!.parts.find(({ department }) => department === 'water-supply')!
  await act('water-supply', part.assignmentId, 'acceptance')
  const row = page.locator('[data-test=part-water-supply]')
  await expect(row.locator('td').first()).toContainText('✓')
  await act('water-supply', part.assignmentId, 'check-in', { position: POINT })
  await expect(row.locator('[data-test=presence-here]')).toContainText(say('按时', 'In time'))
  await expect(page.locator('[data-test=count-checkedIn]')).toContainText('1/')
  await look(page, 'console-whistle')

  await page.goto('/console/whistles')
  await expect(page.locator('[data-test=whistles] .el-table__row').first()).toBeVisible()
  await axe(page)
  await shot(page, 'console-whistles')
})

test('a dispatcher compares two reports of one matter, merges them and takes it back', async ({ page }) => {
  const mark = `重复 ${Date.now() % 1_000_000}`
  const first = await dispatched({ text: `路口井盖破损，有人差点摔倒 ${mark}`, type: 'C0301', condition: 'a' })
  const second = await dispatched({ text: `路口的井盖破损，有人差点摔倒 ${mark}`, type: 'C0301', condition: 'a' })
  const street = await User.as(dispatcher())
  await street.until<{ items: { ticket: { ticketId: string } }[] }>(
    `/api/intake/duplicates?ticketId=${second.id}`,
    ({ items }) => items.some(({ ticket }) => ticket.ticketId === first.id),
  )
  await signIn(page, dispatcher(), `/console/merge?ticket=${second.id}`)
  await page.locator('[data-test=pairs] button', { hasText: mark }).first().click()
  const compare = page.locator('[data-test=compare]')
  await expect(compare).toContainText(first.ticketNo)
  await look(page, 'console-merge')
  await compare.locator('.el-radio', { hasText: first.ticketNo }).click()
  await compare.locator('textarea[data-test=reason]').fill('同一处井盖，两人先后上报')
  await compare.locator('[data-test=merge]').click()
  const undo = page.locator('[data-test=unmerge-card]')
  await expect(undo).toBeVisible()
  await axe(page)
  await shot(page, 'console-unmerge')
  await undo.locator('[data-test=undo-reason]').fill('现场确认是两处')
  await undo.locator('[data-test=unmerge]').click()
  await expect(undo).toBeHidden()
})

test('a clerk calls a reporter back and the ticket is closed', async ({ page }) => {
  const { id, ticketNo, legs, community } = await dispatched()
  const assignment = legs.find(({ department }) => department === 'water-supply')!.assignmentId
  await act('water-supply', assignment, 'acceptance')
  await act('water-supply', assignment, 'completion', { result: '已更换井盖' })
  for (const leg of legs.filter(({ assignmentId }) => assignmentId !== assignment)) {
    await act(leg.department, leg.assignmentId, 'acceptance')
    await act(leg.department, leg.assignmentId, 'completion', { result: '已配合处置' })
  }
  const worker = await User.as(accountFor('community', { area: community }))
  const loop = `/api/feedback/loops/${id}`
  const { loop: waiting } = await worker.until<LoopView>(
    loop,
    ({ loop: { state } }) => state === 'awaiting-verification',
  )
  await worker.post(
    `${loop}/verification`,
    { outcome: 'fixed', note: '已更换', position: POINT },
    `"${waiting.version}"`,
  )

  await signIn(page, accountFor('call-agent'), `/calls?ticket=${id}`)
  const call = page.locator('[data-test=call]')
  await expect(call).toContainText(ticketNo)
  await look(page, 'calls-call')
  await call.locator('[data-test=contacted] .el-radio-button').first().click()
  await call.locator('[data-test=solved] .el-radio-button').first().click()
  await call.locator('[data-test=satisfaction] .el-radio-button').first().click()
  await axe(page)
  await shot(page, 'calls-answer')
  await call.locator('[data-test=save-call]').click()
  await expect(call.locator('[data-test=save-call]')).toBeHidden()
  await expect(call).toContainText(say('已结案', 'Closed'))
})

test('alerts for the street are acknowledged, appeals are read', async ({ page }) => {
  const { id, ticketNo } = await dispatched()
  const street = await User.as(dispatcher())
  await street.until(`/api/feedback/loops/${id}`, () => true)
  await street.post(`/api/feedback/loops/${id}/chasing`, { note: '请尽快到场' })
  await street.until<{ items: { ticketId: string }[] }>('/api/feedback/alerts?audience=mine', ({ items }) =>
    items.some(({ ticketId }) => ticketId === id),
  )
  await signIn(page, dispatcher(), '/console/alerts')
  const alert = page.locator('[data-test=alert]', { hasText: ticketNo })
  await expect(alert).toBeVisible()
  await look(page, 'console-alerts')
  await alert.locator('[data-test=acknowledge]').click()
  await expect(alert.locator('[data-test=acknowledge]')).toBeHidden()
  await expect(alert).toContainText(/甸柳街道派单员 于|Dianliu Street Office, dispatcher acknowledged/)
  await page.goto('/console/appeals')
  await look(page, 'console-appeals')
})

test('the map sums up the street by grid and leads to a ticket', async ({ page }) => {
  const { id, ticketNo } = await dispatched()
  await signIn(page, dispatcher(), '/console/map?grid=370102009001001')
  await expect(page.locator('.w-bubble').first()).toBeVisible()
  await page.locator('[data-test=all-grids]').click()
  await expect(page.locator('[data-test=grids] li').first()).toBeVisible()
  await look(page, 'console-map')
  await page.goto(`/console/map?q=${ticketNo}`)
  await page.locator('[data-test=grids] button').first().click()
  await page.locator('[data-test=grid-tickets] button').first().click()
  await expect(page.locator('[data-test=map-ticket]')).toContainText(ticketNo)
  await axe(page)
  await shot(page, 'console-map-ticket')
  await page.locator('[data-test=map-ticket] a').click()
  await expect(page).toHaveURL(new RegExp(`/console/tickets/${id}$`))
})
