import { describe, expect, it } from 'vitest'
import { levelsWithin } from '../kept/usePlaces'
import { localOf } from '../when'
import { tagsOf, type Who } from '../who'
import {
  bodyFor,
  draftOf,
  emptyEntry,
  faultsOf,
  goOn,
  keepsEntry,
  keepsList,
  matches,
  stateOf,
  toneOf,
  type Entry,
} from './entry'

const community: Who = { account: 'community-1', roles: ['community'], department: null }
const worker: Who = { account: 'grid-1', roles: ['grid-worker'], department: null }
const neighbour: Who = { account: 'resident', roles: ['resident'], department: null }
const handler: Who = { account: 'h-1', roles: ['handler'], department: 'civil-affairs' }

const entry = (more: Partial<Entry> = {}): Entry => ({
  id: 'e',
  list: 'resource',
  state: 'open',
  version: 3,
  category: 'care',
  area: '370102009',
  title: 'a',
  text: 'b',
  listedAt: '2026-03-01T10:00:00+08:00',
  ...more,
})

describe('who keeps what', () => {
  it('residents list what they can give, the community and bodies everything, others nothing', () => {
    expect(keepsList('resource', neighbour)).toBe(true)
    expect(keepsList('need', neighbour)).toBe(false)
    expect(keepsList('need', handler)).toBe(true)
    expect(keepsList('project', community)).toBe(true)
    expect(keepsList('resource', worker)).toBe(false)
  })

  it('an entry is its body’s, its community’s, or of who listed it, while it stands', () => {
    expect(keepsEntry(entry({ own: true }), neighbour)).toBe(true)
    expect(keepsEntry(entry(), neighbour)).toBe(false)
    expect(keepsEntry(entry(), community)).toBe(true)
    expect(keepsEntry(entry(), worker)).toBe(false)
    expect(keepsEntry(entry({ department: 'civil-affairs' }), handler)).toBe(true)
    expect(keepsEntry(entry({ department: 'civil-affairs' }), community)).toBe(false)
    expect(keepsEntry(entry({ own: true, state: 'retired' }), neighbour)).toBe(false)
  })

  it('only the community matches, and only a need that waits', () => {
    expect(matches(entry({ list: 'need' }), community)).toBe(true)
    expect(matches(entry({ list: 'need', state: 'met' }), community)).toBe(false)
    expect(matches(entry({ list: 'need' }), handler)).toBe(false)
    expect(matches(entry(), community)).toBe(false)
  })
})

it('a draft goes on with what others have changed meanwhile, and keeps what was typed', () => {
  const before = draftOf(entry({ title: 'a', text: 'b', capacity: 2 }), localOf)
  const now = draftOf(entry({ title: 'theirs', text: 'theirs', capacity: 2 }), localOf)
  expect(goOn({ ...before, title: 'mine', capacity: 5 }, before, now)).toEqual({
    ...now,
    title: 'mine',
    capacity: 5,
  })
  expect(goOn(before, before, now)).toEqual(now)
})

describe('the state of an entry', () => {
  it.each<[Partial<Entry>, string, string]>([
    [{ list: 'need' }, 'open', 'wait'],
    [{ list: 'need', state: 'met' }, 'met', 'good'],
    [{ list: 'resource', free: 2 }, 'open', 'good'],
    [{ list: 'resource', free: 0 }, 'used', 'run'],
    [{ list: 'resource', free: 0, state: 'retired' }, 'retired', 'over'],
    [{ list: 'project', free: 0 }, 'open', 'run'],
  ])('of %j is %s', (more, state, tone) => {
    expect(stateOf(entry(more))).toBe(state)
    expect(toneOf(entry(more))).toBe(tone)
  })
})

describe('the form of an entry', () => {
  it('names what is missing', () => {
    expect(faultsOf(emptyEntry(), 'need')).toEqual({
      category: 'required',
      area: 'required',
      title: 'required',
      text: 'required',
    })
    const filled = { ...emptyEntry(), category: 'care' as const, area: '1', title: 'a', text: 'b' }
    expect(faultsOf({ ...filled, capacity: 0 }, 'resource')).toEqual({ capacity: 'capacity' })
    expect(faultsOf({ ...filled, capacity: 0 }, 'need')).toEqual({})
    expect(faultsOf({ ...filled, from: '2026-03-02T10:00', until: '2026-03-02T10:00' }, 'need')).toEqual({
      until: 'until',
    })
  })

  it('comes back as it was listed, in the city’s time', () => {
    const given = entry({
      tags: ['a', 'b'],
      capacity: 4,
      from: '2026-03-02T02:00:00Z',
      until: '2026-03-03T18:30:00+08:00',
    })
    expect(bodyFor(draftOf(given, localOf), 'resource')).toEqual({
      list: 'resource',
      category: 'care',
      area: '370102009',
      title: 'a',
      text: 'b',
      tags: ['a', 'b'],
      capacity: 4,
      from: '2026-03-02T10:00:00+08:00',
      until: '2026-03-03T18:30:00+08:00',
    })
  })

  it('sends no capacity of a need', () => {
    expect(bodyFor(emptyEntry(), 'need')).not.toHaveProperty('capacity')
  })
})

describe('tags', () => {
  it('are told apart by blanks, commas and semicolons of either script, each once', () => {
    expect(tagsOf(' 老人，周末、阅读;周末  a,b ')).toEqual(['老人', '周末', '阅读', 'a', 'b'])
    expect(tagsOf(' ')).toEqual([])
  })
})

describe('places to choose from', () => {
  it.each([
    ['370102', ['district', 'street', 'community']],
    ['370102009', ['street', 'community']],
    ['370102009001', ['community', 'grid']],
    ['370102009001002', ['grid']],
  ])('within %s are %j', (area, levels) => {
    expect(levelsWithin(area)).toEqual(levels)
  })
})
