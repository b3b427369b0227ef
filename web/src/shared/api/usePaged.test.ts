import { flushPromises } from '@vue/test-utils'
import { effectScope, ref } from 'vue'
import { describe, expect, it } from 'vitest'
import { locale, setLocale } from '@/shared/i18n'
import { Problem } from './problem'
import { usePaged, type Page } from './usePaged'

const PAGES: Record<string, Page<number>> = {
  first: { items: [1, 2], next: '/api/dispatch/queue?limit=2&cursor=abc%3D' },
  'abc=': { items: [3], next: null },
}

describe('a paged list', () => {
  it('reads on behind the cursor of the next link, and ends', async () => {
    const scope = effectScope()
    const list = scope.run(() => usePaged('k', async (_key, cursor) => PAGES[cursor ?? 'first'] as Page<number>))!
    expect(list.state.value).toBe('loading')
    await flushPromises()
    expect(list.items.value).toEqual([1, 2])
    expect(list.more.value).toBe(true)
    await list.loadMore()
    expect(list.items.value).toEqual([1, 2, 3])
    expect(list.more.value).toBe(false)
    scope.stop()
  })

  it('shows the answer of the filter that was chosen last, whichever comes first', async () => {
    const scope = effectScope()
    const filter = ref('slow')
    const answers: Record<string, (page: Page<string>) => void> = {}
    const list = scope.run(() =>
      usePaged(filter, (key) => new Promise<Page<string>>((resolve) => (answers[key] = resolve))),
    )!
    filter.value = 'quick'
    await flushPromises()
    answers.quick!({ items: ['quick'] })
    answers.slow!({ items: ['slow'] })
    await flushPromises()
    expect(list.items.value).toEqual(['quick'])
    scope.stop()
  })

  it('tells empty from failed, and keeps what it has when reading again fails', async () => {
    const scope = effectScope()
    let answer: () => Promise<Page<number>> = () => Promise.reject(new Problem(503))
    const list = scope.run(() => usePaged('k', () => answer()))!
    await flushPromises()
    expect(list.state.value).toBe('failed')
    answer = async () => ({ items: [] })
    await list.reload()
    expect(list.state.value).toBe('empty')
    answer = async () => ({ items: [1] })
    await list.reload()
    answer = () => Promise.reject(new Problem(503))
    await list.reload()
    expect(list.state.value).toBe('ready')
    expect(list.items.value).toEqual([1])
    expect(list.problem.value?.kind).toBe('unavailable')
    scope.stop()
  })

  it('stays while it is read in another language', async () => {
    const scope = effectScope()
    let answer = () => {}
    const read = () => new Promise<Page<string>>((resolve) => (answer = () => resolve({ items: [locale.value] })))
    const list = scope.run(() => usePaged('k', read))!
    answer()
    await flushPromises()
    await setLocale('en')
    await flushPromises()
    expect(list.items.value).toEqual(['zh-CN'])
    expect(list.state.value).toBe('ready')
    answer()
    await flushPromises()
    expect(list.items.value).toEqual(['en'])
    await setLocale('zh-CN')
    scope.stop()
  })
})
