import { beforeEach, describe, expect, it } from 'vitest'
import { Problem } from '@/shared/api'
import { FakeServer, json } from './server.testing'
import { verification } from './testing'
import { failed, judge, transportOf } from './transport'

const LOOP = '/api/feedback/loops/t1'
const AWAITING = { state: 'awaiting-verification', round: 1, reworks: 0, version: 7 }
const faster = json.bind(null, { title: 'x', type: 'urn:whistle:problem:version', detail: '已被他人改动' }, 412)

let server: FakeServer
const transport = () =>
  transportOf(
    { account: () => 'me', token: () => 'of me', renew: () => Promise.resolve(true) },
    server.fetch as typeof fetch,
  )

beforeEach(() => {
  server = new FakeServer()
})

describe('a verification', () => {
  it('goes with the version that was seen', async () => {
    expect(await transport().send(verification())).toEqual({ is: 'delivered', receipt: { state: 'awaiting-answer' } })
    expect(server.verified[0]).toMatchObject({ path: `${LOOP}/verification`, version: '"4"' })
    expect(JSON.parse(server.verified[0]!.body)).toMatchObject({ outcome: 'fixed', photos: ['photo-1'] })
    expect(JSON.parse(server.verified[0]!.body)).not.toHaveProperty('seen')
  })

  it('goes again with the new version when only bookkeeping changed', async () => {
    server.verify = (version) => (version === '"4"' ? faster() : json({ state: 'awaiting-answer' }, 200))
    server.loops.set(LOOP, { loop: AWAITING, verifications: [] })
    expect(await transport().send(verification())).toMatchObject({ is: 'delivered' })
    expect(server.verified.map(({ version }) => version)).toEqual(['"4"', '"7"'])
  })

  it('that has arrived before is known by its photos', async () => {
    server.verify = () => json({ title: 'x', type: 'urn:whistle:problem:not-awaiting' }, 409)
    server.loops.set(LOOP, {
      loop: { ...AWAITING, state: 'awaiting-answer' },
      verifications: [{ by: 'me', photos: ['photo-1'] }],
    })
    expect(await transport().send(verification())).toEqual({ is: 'delivered', receipt: { state: 'awaiting-answer' } })
  })

  it('is refused when somebody else was faster, or the body has handled it anew', async () => {
    server.verify = () => faster()
    server.loops.set(LOOP, { loop: { ...AWAITING, reworks: 1 }, verifications: [] })
    expect(await transport().send(verification())).toMatchObject({
      is: 'refused',
      refusal: { detail: '已被他人改动' },
    })
    expect(server.verified).toHaveLength(1)
  })

  it('without photos is known by its author, words and time', () => {
    const plain = verification({ photos: [], createdAt: 1000 })
    const seen = (changes: object) =>
      judge(plain, {
        loop: { ...AWAITING, state: 'awaiting-answer' },
        verifications: [{ by: 'me', note: '', verifiedAt: '1970-01-01T00:00:02Z', ...changes }],
      })
    expect(seen({})).toBe('delivered')
    expect(seen({ by: 'her' })).toBe('overtaken')
    expect(seen({ verifiedAt: '1970-01-01T00:00:00Z' })).toBe('overtaken')
  })
})

describe('what a failure means', () => {
  it.each([
    [0, 'unreachable'],
    [401, 'signed-out'],
    [408, 'unavailable'],
    [429, 'unavailable'],
    [503, 'unavailable'],
    [400, 'refused'],
    [403, 'refused'],
    [404, 'refused'],
    [409, 'refused'],
    [413, 'refused'],
    [422, 'refused'],
  ] as const)('%i is %s', (status, is) => {
    expect(failed(new Problem(status)).is).toBe(is)
  })

  it('a broken answer is none', async () => {
    const broken = transportOf({ account: () => 'me', token: () => 't', renew: () => Promise.resolve(true) }, (() =>
      Promise.resolve(new Response('{"sta', { status: 200 }))) as typeof fetch)
    expect(await broken.send(verification())).toEqual({ is: 'unreachable' })
  })
})
