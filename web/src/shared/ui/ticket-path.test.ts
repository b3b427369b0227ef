import { expect, it } from 'vitest'
import type { Role } from '@/shared/auth/roles'
import { ticketPath } from './ticket-path'

const NO = '370102009-20260302-7K3M9P'

it.each<[string, Role[], string[], string | null | undefined, string | null]>([
  ['a dispatcher opens the street’s', ['dispatcher'], ['370102009'], NO, '/console/tickets/t'],
  ['and no other street’s', ['dispatcher'], ['370102001'], NO, null],
  ['a leader opens the district’s', ['leader'], ['370102'], NO, '/console/tickets/t'],
  ['a community what may lie in it', ['community'], ['370102009001'], NO, '/console/tickets/t'],
  ['an administrator reads all', ['administrator'], ['370102'], NO, '/console/tickets/t'],
  ['a handler follows it at the desk', ['handler', 'manager'], ['370102'], NO, null],
  ['a clerk only calls', ['call-agent'], ['370102'], NO, null],
  ['a branch whistles from its own page', ['branch'], ['370102009001'], NO, null],
  ['without a number the role decides', ['supervisor'], ['370102009'], undefined, '/console/tickets/t'],
])('%s', (_name, roles, areas, no, path) => {
  expect(ticketPath('t', no, { roles, areas })).toBe(path)
})
