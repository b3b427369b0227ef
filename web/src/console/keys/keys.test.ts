import { describe, expect, it, vi } from 'vitest'
import { bindingOf, type KeyBinding, type Stroke } from './keys'

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  isComposing: false,
  ...more,
})
const binding = (key: string, more: Partial<KeyBinding> = {}): KeyBinding => ({
  keys: [key],
  label: key,
  run: vi.fn(),
  ...more,
})
const inside = (markup: string, selector: string) => {
  return new DOMParser().parseFromString(markup, 'text/html').querySelector(selector)
}

describe('keys', () => {
  const bindings = [binding('d'), binding('a'), binding('Enter'), binding('a', { label: 'special' })]

  it('mean what was bound last', () => {
    expect(bindingOf(bindings, stroke('a'), document.body)?.label).toBe('special')
  })

  it('mean nothing while it cannot be used, and then what was bound before', () => {
    const off = [binding('a'), binding('a', { label: 'special', when: () => false })]
    expect(bindingOf(off, stroke('a'), document.body)?.label).toBe('a')
    expect(bindingOf(off, stroke('z'), document.body)).toBeUndefined()
  })

  it.each([
    ['<input>', 'input'],
    ['<textarea></textarea>', 'textarea'],
    ['<div contenteditable="true"><b>x</b></div>', 'b'],
    ['<div class="el-overlay"><button>x</button></div>', 'button'],
  ])('are text or the dialog’s own in %s', (markup, selector) => {
    expect(bindingOf(bindings, stroke('d'), inside(markup, selector))).toBeUndefined()
  })

  it('leave Enter to the button that has the focus, and letters not', () => {
    const button = inside('<button>x</button>', 'button')
    expect(bindingOf(bindings, stroke('Enter'), button)).toBeUndefined()
    expect(bindingOf(bindings, stroke('d'), button)?.label).toBe('d')
  })

  it('leave the browser its own, and the input method its letters', () => {
    expect(bindingOf(bindings, stroke('d', { ctrlKey: true }), document.body)).toBeUndefined()
    expect(bindingOf(bindings, stroke('d', { isComposing: true }), document.body)).toBeUndefined()
    expect(bindingOf(bindings, stroke('d', { defaultPrevented: true }), document.body)).toBeUndefined()
  })
})
