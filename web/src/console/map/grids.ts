import { dueOf, type Line } from '../queue/order'

/** What is open in a grid. */
export interface GridSum {
  readonly grid: string
  readonly open: number
  readonly overdue: number
  /** The most urgent of its tickets; null when none is classified. */
  readonly worst: string | null
}

/** Whether what is waited for should have happened already. */
export function overdue(line: Line, now: number): boolean {
  const due = dueOf(line)
  return line.state !== 'completed' && due !== undefined && Date.parse(due) < now
}

/** Tickets summed up by grid, the fullest grids first. */
export function sumByGrid(lines: readonly Line[], now: number): GridSum[] {
  const sums = new Map<string, { open: number; overdue: number; worst: string | null }>()
  for (const line of lines) {
    if (line.grid === undefined) continue
    const sum = sums.get(line.grid) ?? { open: 0, overdue: 0, worst: null }
    sum.open++
    if (overdue(line, now)) sum.overdue++
    // U0 comes first in the alphabet as in urgency.
    if (line.urgency !== undefined && (sum.worst === null || line.urgency < sum.worst)) sum.worst = line.urgency
    sums.set(line.grid, sum)
  }
  return [...sums]
    .map(([grid, sum]) => ({ grid, ...sum }))
    .sort((a, b) => b.open - a.open || b.overdue - a.overdue || (a.grid < b.grid ? -1 : 1))
}

/** Area-weighted middle of a ring's largest polygon: where a grid's bubble is drawn. */
export function middleOf(coordinates: readonly (readonly (readonly (readonly number[])[])[])[]): [number, number] {
  let best: { area: number; at: [number, number] } = { area: -1, at: [0, 0] }
  for (const polygon of coordinates) {
    const ring = polygon[0] ?? []
    let twice = 0
    let x = 0
    let y = 0
    const [ox = 0, oy = 0] = ring[0] ?? []
    for (let i = 0; i + 1 < ring.length; i++) {
      const [ax = 0, ay = 0] = ring[i] ?? []
      const [bx = 0, by = 0] = ring[i + 1] ?? []
      const cross = (ax - ox) * (by - oy) - (bx - ox) * (ay - oy)
      twice += cross
      x += (ax + bx + ox) * cross
      y += (ay + by + oy) * cross
    }
    const area = Math.abs(twice / 2)
    const at: [number, number] = twice === 0 ? [ox, oy] : [x / (3 * twice), y / (3 * twice)]
    if (area > best.area) best = { area, at }
  }
  return best.at
}
