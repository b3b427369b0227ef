import { describe, expect, it } from 'vitest'
import { apiPath, behindOf, pageOf, pageOfPath, ticketsBehind } from './behind'

const PATH =
  '/api/feedback/sla/tickets?part=numerator&rate=handled&from=2026-10-31T16%3A00%3A00Z&to=2026-11-30T16%3A00%3A00Z&street=370102009'

describe('a number', () => {
  it('leads to the page of its tickets, which asks the service for just these', () => {
    const page = pageOfPath(PATH, 451, 'Dianliu') as { path: string; query: Record<string, string> }
    expect(page.path).toBe('/lead/tickets')
    const behind = behindOf({ ...page.query, n: String(page.query.n) })
    expect(behind).toMatchObject({ list: 'rate', count: 451, about: 'Dianliu' })
    const asked = new URL(apiPath(behind!, undefined, 50), 'http://x')
    const stated = new URL(PATH, 'http://x')
    expect(asked.pathname).toBe(stated.pathname)
    for (const [name, value] of stated.searchParams) expect(asked.searchParams.get(name), name).toBe(value)
    expect(asked.searchParams.get('limit')).toBe('50')
    expect(asked.searchParams.has('about')).toBe(false)
  })

  it('finds its path by the template of its row', () => {
    const template = '/api/feedback/sla/tickets?from=2026-10-31T16%3A00%3A00Z&street=370102009{&rate,part}'
    expect(ticketsBehind(template, 'handled-on-time', 'numerator')).toBe(
      '/api/feedback/sla/tickets?from=2026-10-31T16%3A00%3A00Z&street=370102009&rate=handled-on-time&part=numerator',
    )
    expect(ticketsBehind(undefined, 'handled', 'numerator')).toBeUndefined()
  })

  it('goes on behind a cursor', () => {
    const behind = behindOf({ list: 'stage', stage: 'handle', part: 'overdue' })
    expect(apiPath(behind!, 'abc+/', 100)).toBe(
      '/api/feedback/overview/tickets?part=overdue&stage=handle&limit=100&cursor=abc%2B%2F',
    )
  })

  it('is only led to where there is a list', () => {
    expect(pageOfPath('/api/dispatch/tickets?state=queued', 3)).toBeNull()
    expect(behindOf({ list: 'constructor' })).toBeNull()
    expect(behindOf({})).toBeNull()
  })

  it('does not believe a count that is none', () => {
    expect(behindOf({ list: 'rate', n: '-1' })?.count).toBeNull()
    expect(behindOf({ list: 'rate', n: 'x' })?.count).toBeNull()
    expect(behindOf({ list: 'rate' })?.count).toBeNull()
  })

  it('keeps no parameter that no list has', () => {
    const page = pageOf('backlog', { by: 'street', part: 'open', street: '370102009' }, 7) as {
      query: Record<string, unknown>
    }
    expect(page.query).toEqual({ list: 'backlog', n: 7, by: 'street', part: 'open', street: '370102009' })
  })
})
