import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { spansOf, workingMinutes } from './calendar'

type Query = { from: string; to: string; department?: string }
const get = vi.fn<(path: string, options?: { params: { query: Query } }) => Promise<unknown>>()
vi.mock('@/shared/api', () => ({
  api: { dispatch: { GET: (...args: Parameters<typeof get>) => get(...args) } },
  ok: (call: Promise<unknown>) => call,
}))

const hours = '08:00-12:00;14:00-18:00'
const spans = spansOf([
  { date: '2026-02-13', workday: true, hours },
  { date: '2026-02-14', workday: true, hours },
  { date: '2026-02-15', workday: false, hours: '' },
  { date: '2026-02-16', workday: true, hours },
])
const at = (text: string) => Date.parse(`${text}:00+08:00`)

describe('working minutes', () => {
  it('leave out nights and the noon break: 17:00 to 11:00 is four hours', () => {
    expect(workingMinutes(spans, at('2026-02-13T17:00'), at('2026-02-14T11:00'))).toBe(240)
  })

  it('leave out days off', () => {
    expect(workingMinutes(spans, at('2026-02-14T18:00'), at('2026-02-16T09:00'))).toBe(60)
  })

  it('are none of a limit that runs on: it is due in the night', () => {
    expect(workingMinutes(spans, at('2026-02-13T17:00'), at('2026-02-13T21:30'))).toBeNull()
  })

  it('are unknown behind the days that were read', () => {
    expect(workingMinutes(spans, at('2026-02-13T17:00'), at('2026-02-17T09:00'))).toBeNull()
    expect(workingMinutes([], 0, 1)).toBeNull()
  })

  it('are everybody’s minutes for who works round the clock', () => {
    const always = spansOf(
      ['13', '14', '15'].map((day) => ({ date: `2026-02-${day}`, workday: true, hours: '00:00-24:00' })),
    )
    expect(always).toEqual([[at('2026-02-13T00:00'), at('2026-02-16T00:00')]])
    expect(workingMinutes(always, at('2026-02-13T17:00'), at('2026-02-14T11:00'))).toBeNull()
  })

  it('are told of who has longer hours, but a night', () => {
    const long = spansOf(['13', '14'].map((day) => ({ date: `2026-02-${day}`, workday: true, hours: '06:00-22:00' })))
    expect(workingMinutes(long, at('2026-02-13T21:00'), at('2026-02-14T07:00'))).toBe(120)
  })
})

describe('the working hours of a body', () => {
  beforeEach(() => {
    vi.resetModules()
    get.mockReset()
    get.mockImplementation((path, options) =>
      Promise.resolve({
        data: path.endsWith('/departments')
          ? [
              { code: 'gas', ownHours: true },
              { code: 'parks', ownHours: false },
            ]
          : [{ date: '2026-02-13', workday: true, hours: options?.params.query.department ? '00:00-24:00' : hours }],
      }),
    )
  })
  const settled = async () => {
    for (let turn = 0; turn < 8; turn++) await nextTick()
  }
  const asked = () => get.mock.calls.map(([path, options]) => options?.params.query.department ?? path.split('/').pop())

  it('are its own where it has some, everybody’s else, each read once', async () => {
    const { useWorkingHours } = await import('./calendar')
    const whose = ref<string | null>('gas')
    const scope = effectScope()
    const [gas, parks, other] = scope.run(() => [
      useWorkingHours(() => whose.value),
      useWorkingHours(() => 'parks'),
      useWorkingHours(() => undefined),
    ])!
    expect(gas!.value, 'nothing is known yet').toEqual([])
    await settled()
    expect(gas!.value).toEqual([[at('2026-02-13T00:00'), at('2026-02-14T00:00')]])
    expect(parks!.value).toHaveLength(2)
    expect(other!.value).toBe(parks!.value)
    expect(asked().sort()).toEqual(['days', 'departments', 'gas'])
    whose.value = null
    expect(gas!.value, 'a limit that runs on').toEqual([])
    scope.stop()
  })

  it('are not asked for of a limit that runs on', async () => {
    const { useWorkingHours } = await import('./calendar')
    const scope = effectScope()
    scope.run(() => useWorkingHours(() => null))
    await settled()
    expect(get).not.toHaveBeenCalled()
    scope.stop()
  })
})
