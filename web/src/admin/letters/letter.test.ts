import { expect, it } from 'vitest'
import { cut, isOwn, pretty, subjectOf, typeOf, type Letter } from './letter'

const letter = (more: Partial<Letter>): Letter => ({
  id: '1' as never,
  service: 'feedback',
  topic: 'whistle.journal',
  cause: 'c',
  attempts: 1,
  failedAt: '2026-03-02T10:00:00Z' as never,
  ...more,
})

it('a body is shown with breaks when it is JSON, and as it is when it is none', () => {
  expect(pretty('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}')
  expect(pretty('{"a":')).toBe('{"a":')
  expect(pretty(null)).toBe('')
})

it('says when a body is longer than what is shown, in bytes', () => {
  expect(cut(letter({ payload: '井盖', payloadSize: 6 }))).toBeNull()
  expect(cut(letter({ payload: '井盖', payloadSize: 9 }))).toEqual({ shown: 6, all: 9 })
})

it('knows the ticket and the sort of a record by its headers', () => {
  const id = '019a0000-0000-7000-8000-000000000001'
  expect(subjectOf(letter({ headers: { ce_subject: id } }))).toBe(id)
  expect(subjectOf(letter({ key: id }))).toBe(id)
  expect(subjectOf(letter({ key: 'x' }))).toBeNull()
  expect(typeOf(letter({ headers: { ce_type: 'whistle.intake.report-filed.v1' } }))).toBe('intake.report-filed')
  expect(isOwn(letter({ partition: -1 }))).toBe(true)
})
