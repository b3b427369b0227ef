import { describe, expect, it } from 'vitest'
import type { IssueType } from '../kept/catalogue'
import type { ReportItem } from '../queue/types'
import { contentOf, draftOf, emptyDraft, faultsOf, fieldOf, levelsFor, type Draft } from './draft'

const TYPES = new Map<string, IssueType>(
  [
    { code: 'C0101', conditions: ['a', 'b'], kind: 'component' as const },
    { code: 'E0101', conditions: ['a'], kind: 'event' as const },
  ].map(({ code, conditions, kind }) => [
    code,
    {
      code,
      zh: code,
      en: code,
      name: code,
      kind,
      group: '',
      conditions: conditions.map((letter) => ({ code: letter, name: letter, urgency: 'U1' })),
    },
  ]),
)
const draft = (changes: Partial<Draft> = {}): Draft => ({
  ...emptyDraft(),
  type: 'C0101',
  condition: 'b',
  text: ' 井盖破损 ',
  position: { longitude: 117.07, latitude: 36.66 },
  ...changes,
})

describe('a draft', () => {
  it('is complete with type, condition, text and position', () => {
    expect(faultsOf(draft(), TYPES)).toEqual({})
    expect(Object.keys(faultsOf(emptyDraft(), TYPES))).toEqual(['type', 'text', 'position'])
  })

  it('needs a condition only where there is a choice', () => {
    expect(faultsOf(draft({ condition: null }), TYPES)).toHaveProperty('condition')
    expect(faultsOf(draft({ type: 'E0101', condition: null }), TYPES)).toEqual({})
    expect(contentOf(draft({ type: 'E0101', condition: null }), TYPES).condition).toBe('a')
  })

  it('of a routine matter needs what was done, and joins nothing', () => {
    expect(faultsOf(draft({ matter: 'routine' }), TYPES)).toHaveProperty('outcome')
    const joins = { ticketId: 't', ticketNo: 'n' }
    const content = contentOf(draft({ matter: 'routine', outcome: '已清理', joins }), TYPES)
    expect(content).toMatchObject({ matter: 'routine', outcome: '已清理' })
    expect(content).not.toHaveProperty('joins')
    expect(contentOf(draft({ outcome: '已清理' }), TYPES)).not.toHaveProperty('outcome')
  })

  it('for a resident needs a name or a phone that can be dialled', () => {
    expect(faultsOf(draft({ forResident: true }), TYPES)).toHaveProperty('name')
    expect(faultsOf(draft({ forResident: true, phone: '12' }), TYPES)).toHaveProperty('phone')
    expect(faultsOf(draft({ forResident: true, phone: '138 0000 1234' }), TYPES)).toEqual({})
    expect(contentOf(draft({ forResident: true, name: '张三' }), TYPES).reporter).toEqual({
      name: '张三',
      kind: 'resident',
    })
    expect(contentOf(draft({ name: '张三' }), TYPES)).not.toHaveProperty('reporter')
  })

  it('names a level only for coordination, and says nothing that it does not know', () => {
    expect(contentOf(draft({ level: 'branch' }), TYPES).level).toBe('branch')
    expect(contentOf(draft({ level: 'branch', matter: 'prominent' }), TYPES)).not.toHaveProperty('level')
    expect(Object.keys(contentOf(draft(), TYPES)).sort()).toEqual(['condition', 'matter', 'position', 'text', 'type'])
    expect(contentOf(draft(), TYPES).text).toBe('井盖破损')
  })

  it('comes back as it was written', () => {
    const written = draft({ forResident: true, name: '张三', address: '一区', level: 'branch', text: '井盖破损' })
    const item = { content: contentOf(written, TYPES) } as ReportItem
    expect(contentOf(draftOf(item), TYPES)).toEqual(item.content)
  })
})

describe('levels', () => {
  it('are those not below where the matter already is', () => {
    expect(levelsFor(['grid-worker'])).toEqual(['branch', 'community'])
    expect(levelsFor(['unit-steward'])).toHaveLength(5)
    expect(levelsFor(['community', 'grid-worker'])).toEqual(['community'])
    expect(levelsFor(['leader'])).toEqual([])
  })
})

describe('fields of the wire', () => {
  it('belong to fields of the form', () => {
    expect(['position.longitude', 'photos[2]', 'reporter.phone', 'text'].map(fieldOf)).toEqual([
      'position',
      'photos',
      'phone',
      'text',
    ])
  })
})
