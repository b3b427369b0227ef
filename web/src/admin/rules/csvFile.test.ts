import { describe, expect, it } from 'vitest'
import { formatCsv, linesOf, parseCsv } from './csvFile'

describe('a CSV file', () => {
  it('is read with quotes, commas, doubled quotes, line breaks, CRLF and a byte order mark', () => {
    const file = parseCsv('\uFEFFid,note\r\n1,"a, ""b""\nc"\r\n\r\n2,\r\n')
    expect(file.columns).toEqual(['id', 'note'])
    expect(file.rows).toEqual([
      { id: '1', note: 'a, "b"\nc' },
      { id: '2', note: '' },
    ])
  })

  it('is written as it was read', () => {
    const text = 'id,note\n1,"a, ""b""\nc"\n2,\n'
    expect(formatCsv(parseCsv(text))).toBe(text)
  })

  it('knows the line of each row, also behind one with line breaks', () => {
    expect(linesOf(parseCsv('id,note\n1,"a\nb"\n2,c\n3,d\n'))).toEqual([2, 4, 5])
  })

  it('without its last line break has its last row', () => {
    expect(parseCsv('id\n1').rows).toEqual([{ id: '1' }])
    expect(parseCsv('').rows).toEqual([])
  })
})
