import { expect, it } from 'vitest'
import { audiencesOf } from './audience'

it.each<[string[], string[], string[]]>([
  [['dispatcher'], ['370102009'], ['street']],
  [['supervisor'], ['370102'], ['district']],
  [['leader'], ['370102'], ['leader']],
  [['leader'], ['370102009'], ['street']],
  [['community'], ['370102009001'], ['community']],
  [['call-agent'], ['370102'], []],
])('%j of %j is told as %j', (roles, areas, told) => {
  expect([...audiencesOf(roles, areas)]).toEqual(told)
})
