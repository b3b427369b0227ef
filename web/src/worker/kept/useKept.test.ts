import { effectScope, nextTick } from 'vue'
import { beforeEach, expect, it, vi } from 'vitest'
import { locale, setLocale } from '@/shared/i18n'
import { useKept } from './useKept'

const aside = new Map<string, { value: unknown; at: number }>()
vi.mock('../queue/store', () => ({
  keepAside: (name: string, value: unknown, at: number) => Promise.resolve(void aside.set(name, { value, at })),
  keptAside: (name: string) => Promise.resolve(aside.get(name)),
}))

beforeEach(async () => {
  aside.clear()
  await setLocale('zh-CN')
})

const settled = async () => {
  for (let i = 0; i < 10; i++) await nextTick()
}

it('shows what was kept, then what is fresh', async () => {
  aside.set('wish:zh-CN', { value: '旧', at: 1 })
  let answer: (text: string) => void = () => undefined
  const scope = effectScope()
  const kept = scope.run(() => useKept('wish', () => new Promise<string>((resolve) => (answer = resolve))))!
  await settled()
  expect([kept.data.value, kept.oldSince.value]).toEqual(['旧', 1])
  answer('新')
  await settled()
  expect([kept.data.value, kept.oldSince.value]).toEqual(['新', null])
  scope.stop()
})

it('stays fresh through another language and back, so that a form on it stays open', async () => {
  const scope = effectScope()
  const seen: (number | null)[] = []
  const kept = scope.run(() => useKept('wish', () => Promise.resolve(locale.value)))!
  await settled()
  for (const language of ['en', 'zh-CN'] as const) {
    await setLocale(language)
    for (let i = 0; i < 10; i++) {
      await nextTick()
      seen.push(kept.oldSince.value)
    }
    expect(kept.data.value).toBe(language)
  }
  expect(seen.every((since) => since === null)).toBe(true)
  scope.stop()
})

it('takes what was kept of the other language when nothing fresh is to be had, and says why', async () => {
  aside.set('wish:en', { value: 'old', at: 7 })
  let online = true
  const scope = effectScope()
  const kept = scope.run(() =>
    useKept('wish', () => (online ? Promise.resolve('新') : Promise.reject(new TypeError('no network')))),
  )!
  await settled()
  online = false
  await setLocale('en')
  await settled()
  expect([kept.data.value, kept.oldSince.value]).toEqual(['old', 7])
  expect(kept.problem.value).not.toBeNull()
  scope.stop()
})
