import { expect, it } from 'vitest'
import { share } from './share'

it('shows a little as something, and only all of it as full', () => {
  expect(share(0, 500)).toBe(0)
  expect(share(1, 5000)).toBe(2)
  expect(share(4999, 5000)).toBe(98)
  expect(share(250, 500)).toBe(50)
  expect(share(7, 7)).toBe(100)
  expect(share(3, 0)).toBe(0)
})
