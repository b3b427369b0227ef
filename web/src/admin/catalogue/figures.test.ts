import { expect, it } from 'vitest'
import en from '../i18n/en'
import { FIGURE_GROUPS, grouped, messageOf } from './figures'

it('figures stand in their groups, and one that nobody knows is shown as well', () => {
  const found = grouped([{ key: 'new.figure' }, { key: 'stage.verify' }, { key: 'stage.accept' }])
  expect(found).toEqual([
    { group: 'stages', figures: [{ key: 'stage.accept' }, { key: 'stage.verify' }] },
    { group: 'other', figures: [{ key: 'new.figure' }] },
  ])
})

it('each figure has a meaning in words', () => {
  const words = (en as { admin: { figure: Record<string, string> } }).admin.figure
  const keys = FIGURE_GROUPS.flatMap(([, each]) => each).map(messageOf)
  expect(keys.filter((key) => words[key] === undefined)).toEqual([])
  expect(Object.keys(words)).toHaveLength(keys.length)
})
