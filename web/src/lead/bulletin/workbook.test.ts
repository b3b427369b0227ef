import { describe, expect, it } from 'vitest'
import type { Bulletin, Ranking } from '../types'
import { sheetsOf } from './workbook'
import { workbook } from './xlsx'

const ranking: Ranking = {
  by: 'department',
  period: '2026-11',
  from: '',
  to: '',
  closed: false,
  asOf: '',
  formula: '',
  minimum: 10,
  rule: '',
  rows: [
    {
      place: 1,
      ranked: true,
      body: { code: 'gas', name: 'Gas' },
      score: 98.5,
      parts: [{ part: 'handled', rate: 'handled', numerator: 9, denominator: 10, weight: 30, points: 27 }],
      tickets: 10,
      behind: '',
    },
    {
      ranked: false,
      why: 'fewer than 10',
      body: { code: 'water' },
      score: 100,
      parts: [{ part: 'handled', rate: 'handled', numerator: 1, denominator: 1, weight: 30, points: 30 }],
      tickets: 1,
      behind: '',
    },
  ],
}
const bulletin: Bulletin = {
  period: '2026-11',
  from: '',
  to: '',
  closed: false,
  asOf: '',
  behind: '',
  totals: {
    rework: { numerator: 0, denominator: 0 },
    handled: { numerator: 3, denominator: 4, value: 0.75, previous: 0.5, difference: 0.25 },
  },
  departments: ranking,
  streets: { ...ranking, rows: [] },
  overdue: [
    {
      ticketId: 't',
      ticketNo: '370102009-1',
      department: { code: 'gas', name: 'Gas' },
      place: { street: { code: '370102009', name: 'Dianliu' } },
      dueAt: '2026-11-27T02:00:00Z',
      minutesLate: 95,
    },
  ],
  repeatedTypes: [{ type: { code: 'C0101', name: 'Cover' }, reports: 31, previous: 20, difference: 11 }],
}
const say = (key: string) => key

describe('the sheets of a bulletin', () => {
  const [rates, departments, streets, overdue, types] = sheetsOf(bulletin, say)

  it('have every rate in the order of the report, shares as shares', () => {
    expect(rates!.rows.map(([name]) => name!.value)).toEqual(['rate.handled', 'rate.rework'])
    expect(rates!.rows[0]!.map(({ value }) => value)).toEqual(['rate.handled', 3, 4, 0.75, 0.5, 25])
  })

  it('leave empty what has no value', () => {
    expect(rates!.rows[1]!.slice(3).map(({ value }) => value)).toEqual([null, null, null])
  })

  it('have as many cells in each row as headings', () => {
    for (const sheet of [rates!, departments!, overdue!, types!]) {
      for (const row of sheet.rows) expect(row.length, sheet.name).toBe(sheet.columns.length)
    }
    expect(streets!.rows).toEqual([])
  })

  it('show a body with too few tickets without a place and say why', () => {
    expect(departments!.rows[1]!.map(({ value }) => value)).toEqual([null, 'water', 100, 1, 30, 'fewer than 10'])
  })

  it('have instants as instants', () => {
    expect(overdue!.rows[0]![4]!.value).toEqual(new Date('2026-11-27T02:00:00Z'))
    expect(overdue!.rows[0]![5]!.value).toBeNull()
  })
})

describe('the workbook', () => {
  it('is a zip archive with a part for each sheet', async () => {
    const bytes = new Uint8Array(await (await workbook(sheetsOf(bulletin, say))).arrayBuffer())
    const names = new TextDecoder('latin1').decode(bytes)
    expect(names.startsWith('PK')).toBe(true)
    for (const sheet of [1, 2, 3, 4, 5]) expect(names).toContain(`xl/worksheets/sheet${sheet}.xml`)
    expect(names).not.toContain('xl/worksheets/sheet6.xml')
  })
})
