import { effectScope, nextTick, ref } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useDepth } from './useDepth'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('goes deeper task by task, and begins anew with what comes next', async () => {
  const there = ref(false)
  const scope = effectScope()
  const depth = scope.run(() => useDepth(() => there.value, 3))!
  expect(depth.value).toBe(0)

  there.value = true
  await nextTick()
  expect(depth.value).toBe(1)
  vi.runAllTimers()
  expect(depth.value).toBe(3)

  there.value = false
  await nextTick()
  expect(depth.value).toBe(0)
  vi.runAllTimers()
  expect(depth.value).toBe(0)
  scope.stop()
})

it('ends with who asked', async () => {
  const scope = effectScope()
  const depth = scope.run(() => useDepth(() => true, 3))!
  scope.stop()
  vi.runAllTimers()
  await nextTick()
  expect(depth.value).toBe(1)
})
