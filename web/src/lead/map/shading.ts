import { percent, whole } from '../figures/rates'

/** What a map can show of places. */
export const FIGURES = ['open', 'overdue', 'about-to-breach', 'on-time', 'reports'] as const
export type FigureName = (typeof FIGURES)[number]

/** A place's figure. */
export interface Figure {
  readonly code: string
  readonly name: string
  /** Null when there is none: nothing was due. */
  readonly value: number | null
  /** For a rate, what it is of. */
  readonly denominator?: number
}

/** A place as it is shaded. */
export interface Shaded extends Figure {
  /** 0 to 1, the strength of the fill; null for none. */
  readonly shade: number | null
  /** Too few to be compared: outlined and dotted, not shaded. */
  readonly few: boolean
}

/** One step of the legend. */
export interface Step {
  readonly shade: number
  readonly text: string
}

const STEPS = 5
const isRate = (name: FigureName) => name === 'on-time'

/**
 * Shades places in five steps. Counts go from 0 to the most; a rate goes from the lowest to the highest of those that
 * can be compared, in steps of whole percentage points, and the lower it is the stronger, since that is what presses.
 *
 * @param minimum fewest of a rate's denominator with which a place is compared
 */
export function shaded(name: FigureName, figures: readonly Figure[], minimum: number): Shaded[] {
  const steps = bounds(name, figures, minimum)
  return figures.map((figure) => {
    const few = isFew(name, figure, minimum)
    if (figure.value === null || few) return { ...figure, shade: null, few }
    const value = figure.value
    const at = steps.findIndex(([, high]) => value <= high)
    const step = at === -1 ? steps.length - 1 : at
    return { ...figure, few, shade: strength(name, step, steps.length) }
  })
}

/** The legend of the same shading, from the calmest step to the strongest. */
export function legend(name: FigureName, figures: readonly Figure[], minimum: number): Step[] {
  const write = (value: number) => (isRate(name) ? percent(value) : whole(value))
  const steps = bounds(name, figures, minimum)
  const all = steps.map(([low, high], at) => ({
    shade: strength(name, at, steps.length),
    text: low === high ? write(low) : `${write(low)} – ${write(high)}`,
  }))
  return isRate(name) ? all.reverse() : all
}

function isFew(name: FigureName, { denominator, value }: Figure, minimum: number): boolean {
  return isRate(name) && value !== null && (denominator ?? 0) < minimum
}

function strength(name: FigureName, step: number, steps: number): number {
  // Where all are alike, nothing presses.
  if (steps === 1) return 0
  const place = step / (steps - 1)
  return isRate(name) ? 1 - place : place
}

/** The steps as inclusive bounds; the ones above begin where the one below ends. */
function bounds(name: FigureName, figures: readonly Figure[], minimum: number): [low: number, high: number][] {
  const values = figures.flatMap((figure) =>
    figure.value === null || isFew(name, figure, minimum) ? [] : [figure.value],
  )
  if (values.length === 0) return []
  if (isRate(name)) {
    const low = Math.floor(Math.min(...values) * 100) / 100
    const high = Math.ceil(Math.max(...values) * 100) / 100
    return cut(low, high, Math.max(0.01, Math.ceil(((high - low) / STEPS) * 100) / 100), 100)
  }
  const most = Math.max(...values)
  return most === 0 ? [[0, 0]] : cut(0, most, Math.ceil(most / STEPS), 1)
}

/** `scale` keeps the bounds free of what binary fractions leave behind. */
function cut(low: number, high: number, width: number, scale: number): [number, number][] {
  const steps: [number, number][] = []
  const round = (value: number) => Math.round(value * scale) / scale
  for (let from = low; from < high && steps.length < STEPS; from = round(from + width)) {
    const begin = scale === 1 && steps.length > 0 ? from + 1 : from
    steps.push([begin, Math.min(round(from + width), high)])
  }
  return steps.length === 0 ? [[low, high]] : steps
}
