import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { sayWayBack, useWayBack } from './wayBack'

const list = ref<string>()
const Entry = defineComponent({
  setup() {
    sayWayBack(() => list.value)
    return () => null
  },
})
const Plain = defineComponent({ render: () => null })
const Shell = defineComponent({
  setup() {
    const back = useWayBack()
    return () => [h('a', back.value), h(RouterView)]
  },
})

async function shellAt(path: string) {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/entries/:id', component: Entry, meta: { back: '/home' } },
      { path: '/entries/:id/change', component: Plain, meta: { back: '/entries/:id' } },
    ],
  })
  await router.push(path)
  const shell = mount(Shell, { global: { plugins: [router] } })
  return { router, back: () => shell.get('a').text() }
}

test('the way back is the route’s until the page knows better', async () => {
  list.value = undefined
  const { back } = await shellAt('/entries/1')
  expect(back()).toBe('/home')
  list.value = '/lists/need'
  await nextTick()
  expect(back()).toBe('/lists/need')
})

test('a page that stays for another entry goes on saying it', async () => {
  list.value = '/lists/need'
  const { router, back } = await shellAt('/entries/1')
  await router.push('/entries/2')
  await nextTick()
  expect(back()).toBe('/lists/need')
})

test('what a page said is forgotten with the page', async () => {
  list.value = '/lists/need'
  const { router, back } = await shellAt('/entries/1')
  await router.push('/entries/1/change')
  await nextTick()
  expect(back()).toBe('/entries/1')
})
