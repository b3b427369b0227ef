import { expect, it } from 'vitest'
import { toFault } from './toFault'

function form(markup: string): HTMLElement {
  const host = document.body.appendChild(document.createElement('form'))
  host.append(document.createRange().createContextualFragment(markup))
  return host
}
const focused = () => document.activeElement?.id

it('leads to the first field that is wrong', async () => {
  await toFault(
    form(
      '<input id="a1"><input id="a2" aria-invalid="true"><p class="k-fault"></p><input id="a3" aria-invalid="true">',
    ),
  )
  expect(focused()).toBe('a2')
})

it('leads into a choice that says it is wrong', async () => {
  await toFault(form('<input id="b1"><fieldset><input id="b2"><p class="k-fault"></p></fieldset>'))
  expect(focused()).toBe('b2')
  await toFault(form('<fieldset><input id="c1"></fieldset><p class="k-fault"></p>'))
  expect(focused()).toBe('c1')
})

it('leaves a form alone that is right, and one that is gone', async () => {
  document.activeElement?.dispatchEvent(new Event('blur'))
  const before = focused()
  await toFault(form('<input id="d1">'))
  await toFault(null)
  expect(focused()).toBe(before)
})
