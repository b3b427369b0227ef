import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { h, type Component } from 'vue'
import { i18n } from '@/shared/i18n'
import { useLazyMap } from './lazy'
import MapWords from './MapWords.vue'

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})
const Canvas: Component = { render: () => h('i', 'drawn') }
const Broken: Component = {
  setup() {
    throw new Error('a polygon without points')
  },
  render: () => h('i'),
}

function framed(load: () => Promise<{ default: Component }>) {
  const Frame: Component = {
    setup() {
      const { canvas, failed, retry } = useLazyMap(load)
      return () => (failed.value ? h(MapWords, { failed: true, onRetry: retry }) : h(canvas.value))
    },
  }
  const Page: Component = { render: () => h('main', [h('p', 'the list'), h(Frame)]) }
  return mount(Page, { global: { plugins: [i18n] } })
}

it('draws the map once it is loaded', async () => {
  const page = framed(() => Promise.resolve({ default: Canvas }))
  await flushPromises()
  expect(page.text()).toContain('drawn')
})

it('tells in its frame that it cannot be loaded, and tries again', async () => {
  const load = vi
    .fn<() => Promise<{ default: Component }>>()
    .mockRejectedValueOnce(new Error('no network'))
    .mockResolvedValue({ default: Canvas })
  const page = framed(load)
  await flushPromises()
  expect(page.find('main > p').text()).toBe('the list')
  await page.find('[data-test=map-words] button').trigger('click')
  await flushPromises()
  expect(page.text()).toContain('drawn')
  expect(load).toHaveBeenCalledTimes(2)
})

it('keeps what breaks while it draws from the page', async () => {
  const page = framed(() => Promise.resolve({ default: Broken }))
  await flushPromises()
  expect(page.find('[data-test=map-words]').attributes('role')).toBe('alert')
  expect(page.text()).toContain('the list')
})
