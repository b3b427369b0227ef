import { randomUUID } from 'node:crypto'
import { accountFor } from './support/accounts'
import { User } from './support/api'
import {
  answered,
  branch,
  clerk,
  COMMUNITY,
  dispatched,
  inAnHour,
  type Listed,
  look,
  onPhone,
  other,
  property,
  words,
  worker,
} from './support/community'
import { axe as check, expect, shot as picture, signIn, test } from './support/page'

test.setTimeout(90_000)

test('a wish is posted, dispatched, claimed, fulfilled and thanked', async ({ page, browser }) => {
  test.skip(!onPhone(), 'in the street')
  const title = `周末陪伴 ${randomUUID().slice(0, 8)}`
  await signIn(page, clerk(), '/worker/community')
  await look(page, 'community-wishes')
  await page.locator('[data-test=new]').click()
  await page.locator('[data-test=post]').click()
  await expect(page.locator('.k-fault').first()).toBeVisible()
  await look(page, 'community-wish-faults')
  await page.locator('[data-test=wish-category]').selectOption('companionship')
  await page.locator('[data-test=wish-title]').fill(title)
  await page.locator('[data-test=wish-text]').fill('腿脚不便，希望周末有人陪着去公园走走。')
  await page.locator('[data-test=wish-area]').selectOption(worker().areas[0]!)
  await page.locator('[data-test=wish-tags]').fill('老人，周末')
  await page
    .locator('[data-test=wish-phone]')
    .fill(`138 ${String(Math.random()).slice(2, 6)} ${String(Math.random()).slice(2, 6)}`)
  await look(page, 'community-wish-new')
  await page.locator('[data-test=post]').click()
  const state = page.locator('[data-test=wish-state]')
  await expect(state).toHaveText(words('待派单', 'To be dispatched'))
  await page.locator('[data-test=do-dispatch]').click()
  await expect(state).toHaveText(words('待认领', 'To be claimed'))
  await look(page, 'community-wish-dispatched')

  const helper = await other(browser, worker(), '/worker/community')
  await helper.locator('[data-test=wishes] a', { hasText: title }).click()
  await look(helper, 'community-wish-claim')
  await helper.locator('[data-test=do-claim]').click()
  await expect(helper.locator('[data-test=wish-state]')).toHaveText(words('已认领', 'Claimed'))
  await helper.locator('[data-test=look]').click()
  await expect(helper.locator('[data-test=contact]')).toContainText('138')
  await look(helper, 'community-wish-claimed')
  await helper.locator('[data-test=words]').fill('周六陪老人在千佛山公园走了两小时。')
  await helper.locator('[data-test=do-complete]').click()
  await expect(helper.locator('[data-test=wish-state]')).toHaveText(words('已实现', 'Fulfilled'))
  await expect(helper.locator('[data-test=wish-actions]')).toHaveCount(0)
  await helper.context().close()

  await page.reload()
  await page.locator('[data-test=satisfied]').check()
  await page.locator('[data-test=words]').fill('谢谢你们，老人很开心。')
  await look(page, 'community-wish-thanks')
  await page.locator('[data-test=do-thank]').click()
  await expect(state).toHaveText(words('已致谢', 'Thanked'))
  await look(page, 'community-wish-thanked')
})

test('a need is matched with a resource, and a project comes of it', async ({ page }) => {
  test.skip(!onPhone(), 'in the street')
  const tag = randomUUID().slice(0, 8)
  const body = await User.as(property())
  const resource = await body.post<Listed>('/api/intake/entries', {
    list: 'resource',
    category: 'repair',
    area: COMMUNITY.slice(0, 9),
    title: `免费检修水电 ${tag}`,
    text: '每周三下午，维修师傅上门检查水电。',
    tags: [tag],
    capacity: 1,
  })
  await signIn(page, clerk(), '/worker/community/lists/need')
  await look(page, 'community-needs')
  await page.locator('[data-test=new]').click()
  await page.locator('[data-test=entry-category]').selectOption('repair')
  await page.locator('[data-test=entry-title]').fill(`独居老人家电线老化 ${tag}`)
  await page.locator('[data-test=entry-text]').fill('3 号楼有五户独居老人，家中电线老化，需要检查。')
  await page.locator('[data-test=entry-tags]').fill(tag)
  await look(page, 'community-entry-new')
  await page.locator('[data-test=save]').click()
  const match = page.locator(`[data-test=match-${resource.id}]`)
  await expect(match).toContainText('100')
  await look(page, 'community-matches')
  await match.locator('[data-test=accept]').click()
  await expect(page.locator('[data-test=entry-state]')).toHaveText(words('进行中', 'Under way'))
  await look(page, 'community-project')
  await page.goto('/worker/community/lists/resource')
  await page.locator('[data-test=search]').fill(tag)
  const card = page.locator(`[data-test=entry-${resource.id}]`)
  await expect(card).toContainText(words('可用 0 / 共 1', '0 of 1 free'))
  await look(page, 'community-resources')
})

test('a whistle of the branch is blown, answered and rated', async ({ page }) => {
  test.skip(!onPhone(), 'in the street')
  const ticket = await dispatched()
  await signIn(page, branch(), `/worker/matters/tickets/${ticket}`)
  await page.locator('[data-test=do-blow]').click()
  await expect(page.locator('.k-fault').first()).toBeVisible()
  await page.locator('[data-test=body-property]').check()
  await page.locator('[data-test=subject]').fill('地下车库积水两天，请物业到场排水。')
  await page.locator('[data-test=venue]').fill('一区地下车库入口')
  await page.locator('[data-test=reason]').fill('多次联系未到场。')
  await look(page, 'community-call-blow')
  await page.locator('[data-test=do-blow]').click()
  await expect(page.locator('[data-test=whistle]')).toContainText('地下车库积水两天')
  await expect(page.locator('[data-test=called-property]')).toBeVisible()
  await look(page, 'community-call-blown')

  await answered(ticket)
  const mine = await User.as(branch())
  await mine.until<{ bodies: { department: string; state: string }[] }>(
    `/api/dispatch/tickets/${ticket}/calls`,
    ({ bodies }) => bodies.some(({ department, state }) => department === 'property' && state === 'completed'),
  )
  await page.reload()
  const called = page.locator('[data-test=called-property]')
  await expect(called).toContainText('已更换水泵')
  await called.locator('[data-test=rate]').click()
  await called.locator('[data-test=satisfied]').check()
  await look(page, 'community-call-rate')
  await called.locator('[data-test=do-rate]').click()
  await expect(called).toContainText(words('已评价', 'Rated'))
  await expect(called.locator('[data-test=rate]')).toHaveCount(0)
})

test('residents have their own place, for their reports, their wishes and the lists', async ({ page }) => {
  test.skip(!onPhone(), 'in the street')
  await signIn(page, accountFor('resident'))
  await expect(page.locator('#nav a')).toHaveCount(3)
  await look(page, 'community-resident')
  await page.goto('/worker/community/lists/resource')
  await expect(page.locator('[data-test=new]')).toBeVisible()
  await page.goto('/worker/community/lists/need')
  await expect(page.locator('h1')).toBeVisible()
  await expect(page.locator('[data-test=new]')).toHaveCount(0)
})

test('a body claims a wish at its desk, with its own resource', async ({ page }) => {
  test.skip(onPhone(), 'at a desk')
  const tag = randomUUID().slice(0, 8)
  const community = await User.as(clerk())
  const body = await User.as(property())
  const resource = await body.post<Listed>('/api/intake/entries', {
    list: 'resource',
    category: 'repair',
    area: COMMUNITY.slice(0, 9),
    title: `上门维修 ${tag}`,
    text: '工作日上午可上门。',
  })
  const wish = await community.post<Listed>('/api/intake/wishes', {
    category: 'repair',
    area: COMMUNITY,
    title: `水龙头漏水 ${tag}`,
    text: '厨房水龙头漏水，希望有人来修。',
  })
  await community.post(`/api/intake/wishes/${wish.id}/dispatch`, { departments: ['property'] }, `"${wish.version}"`)
  await signIn(page, property(), '/desk/community')
  await look(page, 'community-desk-wishes')
  await page.locator(`[data-test=wish-${wish.id}]`).click()
  await page.locator('[data-test=wish-actions] select').selectOption(resource.id)
  await look(page, 'community-desk-wish')
  await page.locator('[data-test=do-claim]').click()
  await expect(page.locator('[data-test=wish-state]')).toHaveText(words('已认领', 'Claimed'))
  await page.goto(`/desk/community/entries/${resource.id}`)
  await expect(page.locator('[data-test=change]')).toBeVisible()
  await look(page, 'community-desk-entry')
})

test('the console shows a whistle from below at its ticket', async ({ page }) => {
  test.skip(onPhone(), 'at a desk')
  const ticket = await dispatched()
  const user = await User.as(branch())
  const { etag } = await user.read(`/api/dispatch/tickets/${ticket}/calls`)
  const call = {
    kind: 'branch',
    subject: '地下车库积水两天，请物业到场排水。',
    venue: '一区地下车库入口',
    meetAt: inAnHour(),
    bodies: ['property'],
    reason: '多次联系未到场。',
  }
  await user.post(`/api/dispatch/tickets/${ticket}/calls`, call, etag)
  await signIn(page, accountFor('dispatcher', { area: COMMUNITY.slice(0, 9) }), `/console/tickets/${ticket}`)
  const card = page.locator('section[data-test=whistle]')
  await expect(card).toContainText(words('党支部吹哨', 'Branch whistle'))
  await expect(card).toContainText('地下车库积水两天')
  await expect(page.locator('.why .text')).toContainText(words('由小区党支部依吹哨权召集', 'by its right to whistle'))
  await check(page)
  await picture(page, 'community-console-whistle')
})
