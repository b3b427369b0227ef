import { beforeEach, expect, it, vi } from 'vitest'
import { computed, nextTick } from 'vue'

const get = vi.fn<(path: string, options: { params: { query: { accounts: string } } }) => Promise<unknown>>()
vi.mock('@/shared/api', () => ({
  api: { dispatch: { GET: (...args: Parameters<typeof get>) => get(...args) } },
  ok: (call: Promise<unknown>) => call,
}))

beforeEach(() => {
  vi.resetModules()
  vi.useFakeTimers()
  get.mockReset()
})

it('asks once for all that is shown together, and shows the names when they come', async () => {
  get.mockResolvedValue({ data: [{ account: 'a-1', name: { zh: '甲', en: 'Jia' } }] })
  const { personName } = await import('./people')
  const shown = computed(() => [personName('a-1'), personName('b-2'), personName('a-1'), personName(null)])
  expect(shown.value).toEqual(['a-1', 'b-2', 'a-1', ''])
  await vi.advanceTimersByTimeAsync(50)
  await nextTick()
  expect(shown.value).toEqual(['甲', 'b-2', '甲', ''])
  await vi.advanceTimersByTimeAsync(1000)
  expect(get).toHaveBeenCalledTimes(1)
  expect(get.mock.calls[0]?.[1].params.query.accounts).toBe('a-1,b-2')
})

it('shows what is known from elsewhere until the name has come, in the present language', async () => {
  get.mockResolvedValue({ data: [{ account: 'a-1', name: { zh: '甲', en: 'Jia' } }] })
  const { setLocale } = await import('@/shared/i18n')
  const { personName } = await import('./people')
  await setLocale('en')
  const shown = computed(() => [personName('a-1', '甲先生'), personName('b-2', '乙先生')])
  expect(shown.value).toEqual(['甲先生', '乙先生'])
  await vi.advanceTimersByTimeAsync(50)
  await nextTick()
  expect(shown.value).toEqual(['Jia', '乙先生'])
})

it('leaves accounts as they are when nobody answers', async () => {
  get.mockRejectedValue(new TypeError('no network'))
  const { personName } = await import('./people')
  expect(personName('a-1')).toBe('a-1')
  await vi.advanceTimersByTimeAsync(50)
  expect(personName('a-1')).toBe('a-1')
  expect(get).toHaveBeenCalledTimes(1)
})

it('asks for a hundred at once', async () => {
  get.mockResolvedValue({ data: [] })
  const { personName } = await import('./people')
  for (let n = 0; n < 150; n++) personName(`p-${n}`)
  await vi.advanceTimersByTimeAsync(200)
  expect(get.mock.calls.map(([, options]) => options.params.query.accounts.split(',').length)).toEqual([100, 50])
})
