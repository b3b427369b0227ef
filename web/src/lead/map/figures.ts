import { api, ok } from '@/shared/api'
import type { Span } from '../figures/period'
import { pageOf, type Filter, type ListName } from '../tickets/behind'
import type { Backlog, BacklogRow, Ranking, Report } from '../types'
import type { Level } from '../district'
import type { Figure, FigureName } from './shading'

/** Figures of places, with the list behind each. */
export interface Figures {
  readonly name: FigureName
  readonly rows: readonly Figure[]
  /** Fewest of a rate with which a place is compared. */
  readonly minimum: number
}

const PARTS: Partial<Record<FigureName, keyof Pick<BacklogRow, 'open' | 'overdue' | 'aboutToBreach'>>> = {
  open: 'open',
  overdue: 'overdue',
  'about-to-breach': 'aboutToBreach',
}
const RATE: Partial<Record<FigureName, string>> = { 'on-time': 'handled-on-time', reports: 'valid-report' }

/** Whether a figure is of a period, or of now. */
export const ofPeriod = (name: FigureName) => name in RATE

/** Reads a figure for all places of a level within a place. */
export async function figuresOf(
  name: FigureName,
  level: Level,
  within: string | undefined,
  span: Span,
  signal: AbortSignal,
): Promise<Figures> {
  const place = within === undefined ? {} : { street: within }
  const part = PARTS[name]
  if (part !== undefined) {
    const query = { by: level, ...place }
    const { data } = await ok(api.feedback.GET('/api/feedback/backlog', { params: { query }, signal }))
    const rows = (data as Backlog).rows.map((row) => ({
      code: row.body.code,
      name: row.body.name ?? '',
      value: row[part],
    }))
    return { name, rows, minimum: 0 }
  }
  const rate = RATE[name] ?? ''
  const query = { groupBy: level, rate: [rate], period: span.unit, from: span.from, to: span.to, ...place }
  const [{ data: report }, { data: ranking }] = await Promise.all([
    ok(api.feedback.GET('/api/feedback/sla', { params: { query }, signal })),
    ok(api.feedback.GET('/api/feedback/ranking', { params: { query: { by: 'street', period: span.label } }, signal })),
  ])
  const rows = (report as unknown as Report).rows.map(({ group, rates }) => {
    const { value, denominator } = rates[rate] ?? { denominator: 0 }
    return name === 'on-time'
      ? { code: group.code, name: group.name ?? '', value: value ?? null, denominator }
      : { code: group.code, name: group.name ?? '', value: denominator }
  })
  return { name, rows, minimum: (ranking as Ranking).minimum }
}

/** The page of the tickets behind a place's figure; null when there is nothing. */
export function behindFigure(figure: Figure, name: FigureName, level: Level, span: Span) {
  const count = name === 'on-time' ? (figure.denominator ?? 0) : (figure.value ?? 0)
  if (count === 0) return null
  const list: ListName = ofPeriod(name) ? 'rate' : 'backlog'
  const filter: Filter = ofPeriod(name)
    ? { rate: RATE[name] ?? '', part: 'denominator', from: span.from, to: span.to, street: figure.code }
    : { by: level, part: name, street: figure.code }
  return pageOf(list, filter, count, figure.name)
}
