import { compare, placeOf, type Line, type Order, type Place } from './order'

/** A line as it stands in the list. */
export interface Row {
  readonly line: Line
  /** Where it was put; a line that changed stays there until the list is put in order. */
  readonly place: Place
  /** `new` and `changed` since the reader looked last; `gone` no longer fits and stays only because it is selected. */
  readonly mark: 'new' | 'changed' | 'gone' | null
}

/** The list, and what is kept back so that nothing moves under the reader's eyes. */
export interface Rows {
  readonly order: Order
  readonly rows: readonly Row[]
  /** New lines that belong among the rows in view; shown when the reader asks for them. */
  readonly held: readonly Line[]
  /** Whether a row's place is no longer the one its line has now. */
  readonly disordered: boolean
}

/** What must not move: the rows in view, both ends included, and the selected one. `null` before anybody looked. */
export interface View {
  readonly first: number
  readonly last: number
  readonly selected: string | null
}

export const NONE = (order: Order): Rows => ({ order, rows: [], held: [], disordered: false })

function row(line: Line, order: Order, mark: Row['mark']): Row {
  return { line, place: placeOf(line, order), mark }
}

/** Where a place belongs among rows that are in order. */
export function indexOf(rows: readonly Row[], place: Place): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    const there = rows[middle]
    if (there !== undefined && compare(there.place, place) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** Puts a page of the first reading in: nobody has looked yet, or the reader knows that it is still being read. */
export function filled(before: Rows, lines: readonly Line[]): Rows {
  const known = new Set(before.rows.map(({ line }) => line.id))
  for (const line of before.held) known.add(line.id)
  const fresh = lines
    .filter(({ id }) => !known.has(id))
    .map((line) => row(line, before.order, null))
    .sort((a, b) => compare(a.place, b.place))
  if (fresh.length === 0) return before
  const merged: Row[] = []
  let i = 0
  for (const old of before.rows) {
    for (let next = fresh[i]; next !== undefined && compare(next.place, old.place) < 0; next = fresh[++i]) {
      merged.push(next)
    }
    merged.push(old)
  }
  return { ...before, rows: [...merged, ...fresh.slice(i)] }
}

/**
 * Takes in what became of some tickets.
 *
 * @param ids the tickets that changed
 * @param lines those of them that fit the list, as they are now
 */
export function changed(before: Rows, ids: readonly string[], lines: readonly Line[], view: View | null): Rows {
  const now = new Map(lines.map((line) => [line.id, line]))
  const touched = new Set(ids)
  const rows: Row[] = []
  let above = 0
  let disordered = before.disordered
  const there = new Set<string>()
  before.rows.forEach((old, index) => {
    const id = old.line.id
    if (!touched.has(id)) {
      rows.push(old)
      return
    }
    const line = now.get(id)
    there.add(id)
    if (line === undefined) {
      if (view?.selected === id) rows.push({ ...old, mark: 'gone' })
      else if (view !== null && index < view.first) above--
    } else if (line.version === old.line.version && old.mark !== 'gone') {
      rows.push(old)
    } else {
      const place = placeOf(line, before.order)
      if (compare(place, old.place) !== 0) disordered = true
      rows.push({ line, place: old.place, mark: 'changed' })
    }
  })
  let held = before.held.filter(({ id }) => !touched.has(id))
  for (const line of lines) {
    if (there.has(line.id)) continue
    const fresh = row(line, before.order, 'new')
    const index = indexOf(rows, fresh.place)
    const first = (view?.first ?? 0) + above
    const last = (view?.last ?? -1) + above
    const inView = view !== null && rows.length > 0 && index >= first && index <= last
    if (inView) {
      held = [...held, line]
    } else {
      rows.splice(index, 0, fresh)
      if (view !== null && index < first) above++
    }
  }
  return { ...before, rows, held, disordered }
}

/**
 * By how many rows what the reader has in view has moved: the first row in view that is still there shows it.
 *
 * @param first index of the first row in view, before
 */
export function moved(before: Rows, after: Rows, first: number): number {
  const now = new Map(after.rows.map(({ line }, index) => [line.id, index]))
  for (let index = Math.max(0, first); index < before.rows.length; index++) {
    const there = now.get(before.rows[index]?.line.id ?? '')
    if (there !== undefined) return there - index
  }
  return 0
}

/** Everything where it belongs: what was held back is put in, what no longer fits is dropped. */
export function ordered(before: Rows, order: Order = before.order): Rows {
  const rows = [
    ...before.rows.filter(({ mark }) => mark !== 'gone').map(({ line, mark }) => row(line, order, mark)),
    ...before.held.map((line) => row(line, order, 'new' as const)),
  ].sort((a, b) => compare(a.place, b.place))
  return { order, rows, held: [], disordered: false }
}

/** The reader has looked at a row. */
export function seen(before: Rows, id: string): Rows {
  const index = before.rows.findIndex(({ line }) => line.id === id)
  const there = before.rows[index]
  if (there === undefined || there.mark === null || there.mark === 'gone') return before
  const rows = [...before.rows]
  rows[index] = { ...there, mark: null }
  return { ...before, rows }
}

/** Rows that no longer fit and are not looked at any more leave the list. */
export function swept(before: Rows, selected: string | null): Rows {
  if (!before.rows.some(({ mark, line }) => mark === 'gone' && line.id !== selected)) return before
  return { ...before, rows: before.rows.filter(({ mark, line }) => mark !== 'gone' || line.id === selected) }
}
