import { describe, expect, it } from 'vitest'
import { adminAddress, changed, roleChange, shortfalls } from './provider'

it("the provider's interface for accounts is beside its realm", () => {
  expect(adminAddress('http://localhost:8080/identity/realms/whistle')).toBe(
    'http://localhost:8080/identity/admin/realms/whistle',
  )
  expect(adminAddress('https://id.example.org/oauth2/default')).toBeNull()
})

describe('a change of an account', () => {
  const account = {
    id: '1',
    username: 'u',
    enabled: true,
    attributes: { area: ['370102'], department: ['gas'], phone: ['1'] },
  }

  it('leaves what it is not about', () => {
    expect(changed(account, ['370102009'], '', false)).toEqual({
      id: '1',
      username: 'u',
      enabled: false,
      attributes: { area: ['370102009'], phone: ['1'] },
    })
    expect(changed(account, [], 'power', true).attributes).toEqual({ area: [], department: ['power'], phone: ['1'] })
  })

  it('gives and takes roles of ours only', () => {
    const has = [
      { id: 'a', name: 'dispatcher' },
      { id: 'b', name: 'default-roles-whistle' },
    ]
    const available = [
      { id: 'c', name: 'leader' },
      { id: 'd', name: 'offline_access' },
    ]
    expect(roleChange(has, available, ['leader'])).toEqual({ give: [available[0]], take: [has[0]] })
    expect(roleChange(has, available, ['dispatcher'])).toEqual({ give: [], take: [] })
  })

  it.each([
    [['handler'], ['370102'], '', ['department']],
    [['handler'], ['370102'], 'gas', []],
    [['dispatcher'], [], '', ['areas']],
    [['resident'], [], '', []],
    [['leader'], ['37'], '', ['code']],
  ] as const)('roles %o with areas %o and department "%s" lack %o', (roles, areas, department, lacking) => {
    expect(shortfalls(roles, areas, department)).toEqual(lacking)
  })
})
