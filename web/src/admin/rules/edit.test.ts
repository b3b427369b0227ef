import { describe, expect, it } from 'vitest'
import { parseCsv } from './csvFile'
import {
  add,
  begin,
  changes,
  faultOf,
  faultsByRow,
  isChanged,
  rebase,
  remove,
  replace,
  takeOver,
  textOf,
  undo,
} from './edit'

const file = parseCsv('id,lead\nR1,power\nR2,gas\nR3,water\n')
const edit = begin(file)
const keyOf = (cells: Readonly<Record<string, string>>) => cells.id ?? ''

describe('a file in work', () => {
  it('is written as it was read while nothing is changed', () => {
    expect(changes(edit)).toBe(0)
    expect(textOf(edit)).toBe('id,lead\nR1,power\nR2,gas\nR3,water\n')
  })

  it('counts new, changed and removed rows', () => {
    const worked = remove(replace(add(edit, { id: 'R4', lead: 'gas' }), 0, { id: 'R1', lead: 'gas' }), 1)
    expect(changes(worked)).toBe(3)
    expect(textOf(worked)).toBe('id,lead\nR4,gas\nR1,gas\nR3,water\n')
  })

  it('has no change when a row is changed back', () => {
    const row = replace(replace(edit, 0, { id: 'R1', lead: 'gas' }), 0, { id: 'R1', lead: 'power' }).rows[0]!
    expect(isChanged(row)).toBe(false)
  })

  it('undoes a change, a new row and a removal at its place', () => {
    expect(textOf(undo(replace(edit, 0, { id: 'R1', lead: 'x' }), 0))).toBe(textOf(edit))
    const added = add(edit, { id: 'R4' })
    expect(textOf(undo(added, 3))).toBe(textOf(edit))
    expect(textOf(undo(remove(edit, 1), 1))).toBe(textOf(edit))
  })

  it('gets a column that it did not have', () => {
    expect(textOf(replace(edit, 1, { id: 'R2', lead: 'gas', note: 'n' })).split('\n')[0]).toBe('id,lead,note')
  })

  it('takes over another file and counts only what differs', () => {
    const taken = takeOver(edit, parseCsv('lead,id\nwater,R3\npower,R1\ngas,R9\n'))
    expect(changes(taken)).toBe(2)
    expect(taken.removed.map((row) => row.cells.id)).toEqual(['R2'])
  })
})

describe('faults', () => {
  it('are read from the field that names them', () => {
    expect(faultOf('rules.csv:12 lead', 'm')).toEqual({ file: 'rules.csv', line: 12, column: 'lead', message: 'm' })
    expect(faultOf('rules.csv:12', 'm').column).toBe('')
    expect(faultOf('archive', 'm')).toEqual({ file: 'archive', line: 0, column: '', message: 'm' })
    expect(faultOf('rules.csv type', 'm')).toMatchObject({ line: 0, column: 'type' })
  })

  it('belong to the row at their line, as it is sent', () => {
    const worked = add(edit, { id: 'R4', lead: 'nobody' })
    const found = faultsByRow(worked, 'rules.csv', [
      faultOf('rules.csv:2 lead', 'unknown'),
      faultOf('rules.csv:4', 'two'),
      faultOf('assets.csv:2', 'other file'),
      faultOf('rules.csv', 'whole'),
    ])
    expect(found.get(3)?.map(({ message }) => message)).toEqual(['unknown'])
    expect(found.get(1)?.map(({ message }) => message)).toEqual(['two'])
    expect(found.get(null)?.map(({ message }) => message)).toEqual(['other file', 'whole'])
  })
})

it("one's own changes go onto what somebody else has saved", () => {
  const mine = add(remove(replace(edit, 0, { id: 'R1', lead: 'mine' }), 1), { id: 'R5', lead: 'mine' })
  const theirs = parseCsv('id,lead\nR3,theirs\nR1,power\nR2,gas\nR4,theirs\n')
  expect(textOf(rebase(mine, theirs, keyOf))).toBe('id,lead\nR5,mine\nR3,theirs\nR1,mine\nR4,theirs\n')
})
