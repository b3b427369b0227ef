import { expect, it } from 'vitest'
import { Problem } from './problem'

const problem = new Problem(400, {
  type: 'urn:whistle:problem:invalid-field',
  title: '字段有误',
  detail: '见 errors',
  errors: [
    { field: 'position.longitude', message: '太大' },
    { field: 'photos[2]', message: '没有' },
    { field: 'photo', message: '多余' },
  ],
})

it('has the errors of a field and of all below it', () => {
  expect(problem.code).toBe('invalid-field')
  expect(problem.of('position')).toBe('太大')
  expect(problem.of('photos')).toBe('没有')
  expect(problem.of('text')).toBe('')
})

it.each([
  [0, 'offline'],
  [401, 'signed-out'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [409, 'refused'],
  [412, 'faster'],
  [422, 'refused'],
  [429, 'unavailable'],
  [500, 'unavailable'],
  [503, 'unavailable'],
])('status %d is %s', (status, kind) => {
  expect(new Problem(status).kind).toBe(kind)
})

it('is read from an answer, also when it has no body of ours', async () => {
  const ours = new Response(JSON.stringify({ title: 'T', detail: 'D' }), { status: 409 })
  expect((await Problem.from(ours)).detail).toBe('D')
  expect((await Problem.from(new Response('<html>', { status: 502 }))).kind).toBe('unavailable')
})

it('of a network that is away is offline; of a mistake in the program it is no problem', () => {
  expect(Problem.of(new TypeError('Failed to fetch')).kind).toBe('offline')
  expect(() => Problem.of(new RangeError('x'))).toThrow(RangeError)
})
