import { expect, it } from 'vitest'
import { profileOf } from './profile'

function token(claims: object): string {
  const bytes = new TextEncoder().encode(JSON.stringify(claims))
  const body = btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '')
  return `e30.${body}.x`
}

it('reads names in any script, one area or several, and leaves roles of others out', () => {
  const claims = {
    preferred_username: 'dispatcher-001',
    name: '解放路街道派单员',
    realm_access: { roles: ['offline_access', 'dispatcher'] },
    area: ['370102001'],
  }
  expect(profileOf(token(claims))).toEqual({
    account: 'dispatcher-001',
    name: '解放路街道派单员',
    roles: ['dispatcher'],
    areas: ['370102001'],
    department: null,
  })
  expect(profileOf(token({ ...claims, area: '370102', department: 'water-supply' }))).toMatchObject({
    areas: ['370102'],
    department: 'water-supply',
  })
})

it('refuses what is no JWT', () => {
  expect(() => profileOf('opaque')).toThrow()
})
