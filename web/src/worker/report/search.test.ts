import { beforeAll, describe, expect, it } from 'vitest'
import type { IssueType } from '../kept/catalogue'
import { index, loadReader, remembered, search, type Indexed } from './search'

const type = (code: string, zh: string, en: string, ...conditions: string[]): IssueType => ({
  code,
  zh,
  en,
  name: zh,
  kind: 'component',
  group: '公用设施',
  conditions: conditions.map((name, i) => ({ code: 'abcd'.charAt(i), name, urgency: 'U2' })),
})
const TYPES = [
  type('C0101', '上水井盖', 'Water supply manhole cover', '缺失、移位或断裂', '松动异响'),
  type('C0102', '污水井盖', 'Sewage manhole cover', '缺失、移位或断裂'),
  type('C0120', '路灯', 'Street lamp', '不亮'),
  type('E0101', '暴露垃圾', 'Exposed rubbish'),
]
let indexed: Indexed[]
const found = (typed: string, recent: string[] = []) => search(indexed, typed, recent).map(({ code }) => code)

describe('searching types', () => {
  beforeAll(async () => {
    indexed = index(TYPES, await loadReader())
  })

  it('finds by pinyin initials, from the beginning or within', () => {
    expect(found('ssjg')).toEqual(['C0101'])
    expect(found('SS')).toEqual(['C0101'])
    expect(found('jg')).toEqual(['C0101', 'C0102'])
    expect(found('ld')[0]).toBe('C0120')
  })

  it('finds by syllables, Chinese words, English words and code', () => {
    expect(found('baolu')).toEqual(['E0101'])
    expect(found('井盖')).toEqual(['C0101', 'C0102'])
    expect(found('man cov')).toEqual(['C0101', 'C0102'])
    expect(found('lamp')).toEqual(['C0120'])
    expect(found('c0102')).toEqual(['C0102'])
  })

  it('finds by words of a condition, after all others', () => {
    expect(found('松动')).toEqual(['C0101'])
    expect(found('不亮')).toEqual(['C0120'])
  })

  it('puts what was used lately first among equals', () => {
    expect(found('jg', ['C0102'])).toEqual(['C0102', 'C0101'])
    expect(found('ssjg', ['C0102'])).toEqual(['C0101'])
  })

  it('finds nothing for nothing and for what is not there', () => {
    expect(found('  ')).toEqual([])
    expect(found('zzz')).toEqual([])
  })

  it('works by what is written as long as the dictionary is not there', () => {
    expect(search(index(TYPES, null), '路灯', []).map(({ code }) => code)).toEqual(['C0120'])
    expect(search(index(TYPES, null), 'ld', [])).toEqual([])
  })

  it('remembers the latest six', () => {
    expect(remembered(['a', 'b'], 'b')).toEqual(['b', 'a'])
    expect(remembered(['a', 'b', 'c', 'd', 'e', 'f'], 'g')).toEqual(['g', 'a', 'b', 'c', 'd', 'e'])
  })
})
