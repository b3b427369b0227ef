import { randomUUID } from 'node:crypto'
import { accountFor } from './support/accounts'
import { User } from './support/api'
import { clerk, COMMUNITY, type Listed, look, onPhone, property, somewhere } from './support/community'
import { expect, say, signIn, test } from './support/page'

/** A wish that is offered to the property company alone, and claimed by it if it is to be. */
async function wishFor(company: 'offered' | 'claimed'): Promise<{ id: string; title: string }> {
  const community = await User.as(clerk())
  const title = `修水龙头 ${randomUUID().slice(0, 8)}`
  const { id, version } = await community.post<Listed>('/api/intake/wishes', {
    category: 'repair',
    area: COMMUNITY,
    title,
    text: '厨房水龙头漏水，希望有人来修。',
  })
  const path = `/api/intake/wishes/${id}`
  await community.post(`${path}/dispatch`, { departments: ['property'] }, `"${version}"`)
  if (company === 'claimed') {
    const body = await User.as(property())
    await body.post(`${path}/claim`, {}, (await body.read(path)).etag)
  }
  return { id, title }
}

test('a body gives a claimed wish back, and it can be claimed again', async ({ page }) => {
  test.skip(onPhone(), 'at a desk')
  const { id } = await wishFor('claimed')
  await signIn(page, property(), `/desk/community/wishes/${id}`)
  await page.locator('[data-test=act-release]').click()
  await page.locator('[data-test=do-release]').click()
  await expect(page.locator('[data-test=words]')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('[data-test=words]')).toBeFocused()
  await page.locator('[data-test=words]').fill('师傅请假，本周不能上门。')
  await look(page, 'community-wish-release')
  await page.locator('[data-test=do-release]').click()
  await expect(page.locator('[data-test=wish-state]')).toHaveText(say('待认领', 'To be claimed'))
  await expect(page.locator('h1')).toBeFocused()
  await expect(page.locator('[data-test=story]')).toContainText('师傅请假，本周不能上门。')
  await expect(page.locator('[data-test=do-claim]')).toBeVisible()
  await look(page, 'community-wish-released')
})

test('the community withdraws a wish', async ({ page, somebodyElse }) => {
  test.skip(!onPhone(), 'in the street')
  const { id, title } = await wishFor('offered')
  const body = await somebodyElse()
  await signIn(body, property(), `/desk/community/wishes/${id}`)
  await expect(body.locator('[data-test=do-claim]')).toBeVisible()

  await signIn(page, clerk(), `/worker/community/wishes/${id}`)
  await page.locator('[data-test=act-withdraw]').click()
  await page.locator('[data-test=words]').fill('居民已自行修好。')
  await look(page, 'community-wish-withdraw')
  await page.locator('[data-test=do-withdraw]').click()
  await expect(page.locator('[data-test=wish-state]')).toHaveText(say('已撤回', 'Withdrawn'))
  await expect(page.locator('[data-test=wish-actions]')).toHaveCount(0)
  await expect(page.locator('[data-test=story]')).toContainText('居民已自行修好。')
  await look(page, 'community-wish-withdrawn')

  await body.locator('[data-test=do-claim]').click()
  await expect(body.locator('[data-test=wish-actions] [role=alert]')).toContainText(say('已撤回', 'withdrawn'))
  await expect(body.locator('[data-test=do-claim]')).toHaveCount(0)
  await look(body, 'community-wish-claim-refused')

  await page.goto('/worker/community')
  await page.locator('[data-test=state-withdrawn]').click()
  await expect(page.locator('[data-test=wishes] a', { hasText: title })).toBeVisible()
})

/** An entry that the community or a body has listed, with a word of its own in its title. */
async function listed(by: User, list: 'need' | 'resource' | 'project'): Promise<Listed & { tag: string }> {
  const tag = randomUUID().slice(0, 8)
  const { id, version } = await by.post<Listed>('/api/intake/entries', {
    list,
    category: 'repair',
    area: COMMUNITY,
    title: `楼道灯检修 ${tag}`,
    text: '三号楼的楼道灯需要检修。',
    tags: [tag],
    ...(list === 'resource' ? { capacity: 3 } : {}),
  })
  return { id, version, tag }
}

/** What can be changed of an entry, as it was read. */
const entryOf = ({ list, category, area, title, text, tags, capacity }: Record<string, unknown>) => ({
  ...{ list, category, area, title, text, tags, capacity },
})

test('entries of the lists are changed, by who was first, and taken off', async ({ page }) => {
  test.skip(!onPhone(), 'in the street')
  const community = await User.as(clerk())
  const [need, resource, project] = [
    await listed(community, 'need'),
    await listed(community, 'resource'),
    await listed(community, 'project'),
  ]
  await signIn(page, clerk(), '/worker/community/lists/resource')
  await page.locator('[data-test=search]').fill(resource.tag)
  const card = page.locator(`[data-test=entry-${resource.id}]`)
  await expect(card.locator('[data-test=listed-by]')).toHaveText(say('本人登记', 'listed by you'))
  await card.click()
  await page.locator('[data-test=change]').click()
  const title = page.locator('[data-test=entry-title]')
  await expect(title).toHaveValue(`楼道灯检修 ${resource.tag}`)
  await title.fill('')
  await page.locator('[data-test=entry-capacity]').fill('0')
  await page.locator('[data-test=save]').click()
  await expect(title).toBeFocused()
  await look(page, 'community-entry-change-faults')
  await title.fill(`楼道灯免费检修 ${resource.tag}`)
  await page.locator('[data-test=entry-capacity]').fill('5')
  await look(page, 'community-entry-change')

  // Somebody else is faster: what they changed is taken over, what is typed here stays.
  const path = `/api/intake/entries/${resource.id}`
  const { data: before, etag } = await community.read<Record<string, unknown>>(path)
  await community.put(path, { ...entryOf(before), text: '一号楼到三号楼的楼道灯。' }, etag)
  await page.locator('[data-test=save]').click()
  await expect(page.locator('.form-error')).toBeFocused()
  await look(page, 'community-entry-change-refused')
  await page.locator('.form-error button').click()
  await expect(page.locator('.form-error')).toHaveCount(0)
  await expect(page.locator('[data-test=entry-text]')).toHaveValue('一号楼到三号楼的楼道灯。')
  await expect(title).toHaveValue(`楼道灯免费检修 ${resource.tag}`)
  await page.locator('[data-test=save]').click()
  await expect(page.locator('h1')).toHaveText(`楼道灯免费检修 ${resource.tag}`)
  await expect(page.locator('.c-facts')).toContainText(say('可用 5 / 共 5', '5 of 5 free'))
  await expect(page.locator('.c-text')).toHaveText('一号楼到三号楼的楼道灯。')

  // Taken off meanwhile: there is nothing left to change.
  await page.locator('[data-test=change]').click()
  await expect(page.locator('[data-test=save]')).toBeVisible()
  await community.post(`${path}/retirement`, {}, (await community.read(path)).etag)
  await page.locator('[data-test=save]').click()
  await page.locator('.form-error button').click()
  await expect(page.locator('[data-test=over]')).toBeVisible()
  await expect(page.locator('[data-test=save]')).toHaveCount(0)
  await look(page, 'community-entry-change-over')

  for (const [list, { id, tag }, state] of [
    ['need', need, say('已下架', 'Off the list')],
    ['project', project, say('已结束', 'Ended')],
  ] as const) {
    await page.goto(`/worker/community/entries/${id}/change`)
    await title.fill(`楼道灯全面检修 ${tag}`)
    await page.locator('[data-test=save]').click()
    await expect(page.locator('h1')).toHaveText(`楼道灯全面检修 ${tag}`)
    await expect(page.locator('[data-test=story]')).toContainText(say('修改', 'Changed'))
    await page.locator('[data-test=retire-open]').click()
    await look(page, `community-entry-retire-${list}`)
    await page.locator('[data-test=retire]').click()
    await expect(page.locator('[data-test=entry-state]')).toHaveText(state)
    await expect(page.locator('[data-test=change]')).toHaveCount(0)
    await look(page, `community-entry-retired-${list}`)
    await page.locator('header .arrow').click()
    await page.waitForURL(`**/worker/community/lists/${list}`)
    await page.locator('[data-test=search]').fill(tag)
    await expect(page.locator('[data-test=entries]')).toHaveCount(0)
    await page.locator('[data-test=state]').selectOption('retired')
    await expect(page.locator(`[data-test=entry-${id}]`)).toContainText(state)
  }
})

test('a body changes and takes off what it listed, at its desk', async ({ page }) => {
  test.skip(onPhone(), 'at a desk')
  const { id, tag } = await listed(await User.as(property()), 'resource')
  await signIn(page, property(), `/desk/community/entries/${id}`)
  await page.locator('[data-test=change]').click()
  await page.locator('[data-test=entry-capacity]').fill('8')
  await look(page, 'community-desk-entry-change')
  await page.locator('[data-test=save]').click()
  await expect(page.locator('.c-facts')).toContainText(say('可用 8 / 共 8', '8 of 8 free'))
  await page.locator('[data-test=retire-open]').click()
  await page.locator('[data-test=retire]').click()
  await expect(page.locator('[data-test=entry-state]')).toHaveText(say('已下架', 'Off the list'))
  await page.goto('/desk/community/lists/resource')
  await page.locator('[data-test=search]').fill(tag)
  await page.locator('[data-test=state]').selectOption('retired')
  await expect(page.locator(`[data-test=entry-${id}]`)).toBeVisible()
})

test('a resident whistles for the property company, from their own report', { tag: '@phone' }, async ({ page }) => {
  test.skip(!onPhone(), 'in the street')
  const resident = accountFor('resident')
  const own = await User.as(resident)
  const text = `地下车库积水，水泵不转 ${randomUUID().slice(0, 8)}`
  const { id } = await own.post<{ id: string }>('/api/intake/reports', {
    position: somewhere(),
    clientId: randomUUID(),
    type: 'C0101',
    condition: 'b',
    text,
  })
  await own.until<{ state: string }>(`/api/intake/reports/${id}`, ({ state }) => state === 'dispatched')
  await signIn(page, resident, '/worker/reports')
  await page.locator('.k-card', { hasText: text }).click()
  await page.locator('[data-test=to-ticket]').click()
  await expect(page.locator('[data-test=body-property]')).toBeChecked()
  await page.locator('[data-test=do-blow]').click()
  await expect(page.locator('[data-test=subject]')).toBeFocused()
  await page.locator('[data-test=subject]').fill('地下车库积水两天，请物业到场排水。')
  await page.locator('[data-test=venue]').fill('一区地下车库入口')
  await page.locator('[data-test=reason]').fill('多次联系物业，没有人来。')
  await look(page, 'community-resident-blow')
  await page.locator('[data-test=do-blow]').click()
  await expect(page.locator('[data-test=whistle]')).toContainText('地下车库积水两天')
  await expect(page.locator('[data-test=called-property]')).toBeVisible()
  await expect(page.locator('h1')).toBeFocused()
  await expect(page.locator('[data-test=rate]')).toHaveCount(0)
  await look(page, 'community-resident-blown')
  await page.locator('header .arrow').click()
  await expect(page.locator('h1')).toHaveText(say('上报详情', 'Report'))
})
