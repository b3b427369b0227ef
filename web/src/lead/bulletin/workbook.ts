import { RATES } from '../figures/rates'
import { nameOf } from '../names'
import type { Bulletin, Ranking } from '../types'

/** How a cell's value is meant, beyond its type. */
export type CellKind = 'text' | 'count' | 'percent' | 'points' | 'score' | 'time'

/** A cell with its real value: shares as 0 to 1, instants as instants, null for nothing. */
export interface Cell {
  readonly kind: CellKind
  readonly value: string | number | Date | null
}

export interface Column {
  readonly heading: string
  /** In characters. */
  readonly width: number
}

/** One sheet: a row of headings, then the rows. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/** Gives the words of the pages' language. */
export type Say = (key: string) => string

const text = (value: string | undefined): Cell => ({ kind: 'text', value: value ?? '' })
const count = (value: number): Cell => ({ kind: 'count', value })
const percent = (value: number | undefined): Cell => ({ kind: 'percent', value: value ?? null })
const points = (value: number | undefined): Cell => ({
  kind: 'points',
  value: value === undefined ? null : value * 100,
})
const score = (value: number): Cell => ({ kind: 'score', value })
const time = (value: string | undefined): Cell => ({
  kind: 'time',
  value: value === undefined ? null : new Date(value),
})

const column = (heading: string, width = 14): Column => ({ heading, width })

/** The sheets of a bulletin, in the pages' language. */
export function sheetsOf(bulletin: Bulletin, say: Say): Sheet[] {
  return [
    rates(bulletin, say),
    ranking(bulletin.departments, say('lead.bulletin.departments'), say),
    ranking(bulletin.streets, say('lead.bulletin.streets'), say),
    overdue(bulletin, say),
    types(bulletin, say),
  ]
}

function rates({ totals }: Bulletin, say: Say): Sheet {
  return {
    name: say('lead.bulletin.rates'),
    columns: [
      column(say('lead.rates.rate'), 24),
      column(say('lead.rates.numerator')),
      column(say('lead.rates.denominator')),
      column(say('lead.rates.value')),
      column(say('lead.rates.previous')),
      column(say('lead.rates.differencePoints'), 20),
    ],
    rows: RATES.flatMap((rate) => {
      const number = totals[rate]
      if (number === undefined) return []
      return [
        [
          text(say(`rate.${rate}`)),
          count(number.numerator),
          count(number.denominator),
          percent(number.value),
          percent(number.previous),
          points(number.difference),
        ],
      ]
    }),
  }
}

function ranking({ rows }: Ranking, name: string, say: Say): Sheet {
  const parts = rows[0]?.parts ?? []
  return {
    name,
    columns: [
      column(say('lead.ranking.place'), 8),
      column(say('lead.ranking.body'), 32),
      column(say('lead.ranking.score'), 10),
      column(say('lead.ranking.tickets'), 12),
      ...parts.map(({ part }) => column(say(`lead.score.${part}`), 16)),
      column(say('lead.ranking.remark'), 40),
    ],
    rows: rows.map((row) => [
      { kind: 'count', value: row.place ?? null },
      text(nameOf(row.body)),
      score(row.score),
      count(row.tickets),
      ...row.parts.map((part) => score(part.points)),
      text(row.why),
    ]),
  }
}

function overdue(bulletin: Bulletin, say: Say): Sheet {
  return {
    name: say('lead.bulletin.overdue'),
    columns: [
      column(say('word.ticket'), 28),
      column(say('word.department'), 30),
      column(say('word.type'), 24),
      column(say('word.street'), 24),
      column(say('lead.warnings.due'), 18),
      column(say('lead.bulletin.completed'), 18),
      column(say('lead.bulletin.minutesLate'), 16),
    ],
    rows: bulletin.overdue.map((late) => [
      text(late.ticketNo),
      text(nameOf(late.department)),
      text(nameOf(late.type)),
      text(nameOf(late.place.street)),
      time(late.dueAt),
      time(late.completedAt),
      count(late.minutesLate),
    ]),
  }
}

function types(bulletin: Bulletin, say: Say): Sheet {
  return {
    name: say('lead.bulletin.types'),
    columns: [
      column(say('word.type'), 30),
      column(say('lead.warnings.reports')),
      column(say('lead.rates.previous')),
      column(say('lead.rates.difference')),
    ],
    rows: bulletin.repeatedTypes.map((type) => [
      text(nameOf(type.type)),
      count(type.reports),
      count(type.previous),
      count(type.difference),
    ]),
  }
}
