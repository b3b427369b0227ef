import { expect, it } from 'vitest'
import { csv } from './csv'

it('quotes what needs quotes, and runs no formula', () => {
  expect(
    csv([
      ['a', 'b,c', 'd"e'],
      [1, null, -2],
      ['=1+1', '+86', 'x\ny'],
    ]),
  ).toBe('\uFEFFa,"b,c","d""e"\r\n1,,-2\r\n\'=1+1,\'+86,"x\ny"\r\n')
})
