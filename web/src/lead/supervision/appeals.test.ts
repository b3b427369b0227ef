import { describe, expect, it } from 'vitest'
import type { Profile } from '@/shared/auth/profile'
import type { Appeal } from '../types'
import { decides } from './appeals'

const appeal = (level: number, change: Partial<Appeal> = {}): Appeal => ({
  id: 'a',
  ticketId: 't',
  ticketNo: 'n',
  department: { code: 'gas' },
  place: { district: { code: '370102' }, street: { code: '370102009' } },
  state: 'open',
  level,
  dueAt: '',
  filedAt: '',
  hearings: [{ level: 1, reason: '', by: 'manager-gas', at: '' }],
  version: 1,
  ...change,
})
const who = (area: string, role: 'supervisor' | 'leader' = 'supervisor'): Profile => ({
  account: 'me',
  name: '',
  roles: [role],
  areas: [area],
  department: null,
})

describe('an appeal is decided', () => {
  it('at the first level by the street, at the second by the district', () => {
    expect(decides(appeal(1), who('370102009'))).toBe(true)
    expect(decides(appeal(1), who('370102'))).toBe(false)
    expect(decides(appeal(2), who('370102'))).toBe(true)
    expect(decides(appeal(2), who('370102009'))).toBe(false)
  })

  it('not by another street, not by a leader, not by nobody', () => {
    expect(decides(appeal(1), who('370102001'))).toBe(false)
    expect(decides(appeal(2), who('370102', 'leader'))).toBe(false)
    expect(decides(appeal(2), null)).toBe(false)
  })

  it('once, and not by who decided the first level', () => {
    expect(decides(appeal(2, { state: 'refused' }), who('370102'))).toBe(false)
    const first = { level: 1, reason: '', by: 'manager-gas', at: '', verdict: 'refused', decidedBy: 'me' }
    expect(decides(appeal(2, { hearings: [first] }), who('370102'))).toBe(false)
  })
})
