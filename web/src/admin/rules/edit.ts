import { formatCsv, linesOf, type Cells, type CsvFile } from './csvFile'

/** A row in work. */
export interface EditRow {
  /** Stable while the file is being worked on. */
  readonly key: number
  readonly cells: Cells
  /** As it was read; null for a new one. */
  readonly before: Cells | null
}

/** A file in work: what was read, and what has been made of it since. */
export interface Edit {
  readonly columns: readonly string[]
  readonly rows: readonly EditRow[]
  /** Rows that were read and taken out. */
  readonly removed: readonly EditRow[]
  readonly nextKey: number
}

/** Something the server found wrong: file, line (0 for the file as a whole), column (empty for the row as a whole). */
export interface Fault {
  readonly file: string
  readonly line: number
  readonly column: string
  readonly message: string
}

const same = (one: Cells, other: Cells) => {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => (one[name] ?? '') === (other[name] ?? ''))
}

/** A file, nothing of it changed. */
export function begin({ columns, rows }: CsvFile): Edit {
  return {
    columns,
    rows: rows.map((cells, key) => ({ key, cells, before: cells })),
    removed: [],
    nextKey: rows.length,
  }
}

export const isNew = (row: EditRow) => row.before === null
export const isChanged = (row: EditRow) => row.before !== null && !same(row.cells, row.before)

/** How many rows are new, changed or gone. */
export function changes(edit: Edit): number {
  return edit.rows.filter((row) => isNew(row) || isChanged(row)).length + edit.removed.length
}

/** With a row changed; columns it did not have yet come behind the others. */
export function replace(edit: Edit, key: number, cells: Cells): Edit {
  return {
    ...edit,
    columns: withColumns(edit.columns, cells),
    rows: edit.rows.map((row) => (row.key === key ? { ...row, cells } : row)),
  }
}

/** With a new row, before all others so that it is seen. */
export function add(edit: Edit, cells: Cells): Edit {
  return {
    ...edit,
    columns: withColumns(edit.columns, cells),
    rows: [{ key: edit.nextKey, cells, before: null }, ...edit.rows],
    nextKey: edit.nextKey + 1,
  }
}

/** Without a row; one that was never in the file leaves no trace. */
export function remove(edit: Edit, key: number): Edit {
  const gone = edit.rows.filter((row) => row.key === key && row.before !== null)
  return { ...edit, rows: edit.rows.filter((row) => row.key !== key), removed: [...edit.removed, ...gone] }
}

/** With a row as it was read, or back where it was taken out. */
export function undo(edit: Edit, key: number): Edit {
  const back = edit.removed.find((row) => row.key === key)
  if (back !== undefined) {
    const rows = [...edit.rows]
    const at = rows.findIndex((row) => row.before !== null && row.key > key)
    rows.splice(at < 0 ? rows.length : at, 0, { ...back, cells: back.before ?? back.cells })
    return { ...edit, rows, removed: edit.removed.filter((row) => row.key !== key) }
  }
  return {
    ...edit,
    rows: edit.rows.flatMap((row) => {
      if (row.key !== key) return [row]
      return row.before === null ? [] : [{ ...row, cells: row.before }]
    }),
  }
}

/** With another file in its place; rows that say the same are no change, whatever their order. */
export function takeOver(edit: Edit, { columns, rows }: CsvFile): Edit {
  const known = [...edit.rows.filter((row) => row.before !== null), ...edit.removed]
  const free = new Map<string, EditRow[]>()
  const word = (cells: Cells) =>
    JSON.stringify(
      Object.entries(cells)
        .filter(([, value]) => value !== '')
        .sort(),
    )
  for (const row of known) {
    const key = word(row.before ?? row.cells)
    free.set(key, [...(free.get(key) ?? []), row])
  }
  let nextKey = edit.nextKey
  const taken = new Set<number>()
  const next = rows.map((cells): EditRow => {
    const match = free.get(word(cells))?.shift()
    if (match === undefined) return { key: nextKey++, cells, before: null }
    taken.add(match.key)
    return { ...match, cells }
  })
  return { columns, rows: next, removed: known.filter((row) => !taken.has(row.key)), nextKey }
}

/** The file to send. */
export function textOf(edit: Edit): string {
  return formatCsv({ columns: edit.columns, rows: edit.rows.map((row) => row.cells) })
}

/** Which row each fault is in, by the row's key; null for the file as a whole. */
export function faultsByRow(edit: Edit, file: string, faults: readonly Fault[]): Map<number | null, Fault[]> {
  const lines = linesOf({ columns: edit.columns, rows: edit.rows.map((row) => row.cells) })
  const found = new Map<number | null, Fault[]>()
  for (const fault of faults) {
    const at = fault.file === file ? lines.indexOf(fault.line) : -1
    const key = edit.rows[at]?.key ?? null
    found.set(key, [...(found.get(key) ?? []), fault])
  }
  return found
}

/** A fault as the services name it: `rules.csv:12 lead`. */
export function faultOf(field: string, message: string): Fault {
  const [, file = field, line = '0', column = ''] = /^([^\s:]+)(?::(\d+))?(?: (.*))?$/.exec(field) ?? []
  return { file, line: Number(line), column, message }
}

/**
 * One's own changes on what somebody else has saved meanwhile. A row that both have changed is taken as one's own.
 *
 * @param keyOf what a row is recognized by in the file
 */
export function rebase(mine: Edit, theirs: CsvFile, keyOf: (cells: Cells) => string): Edit {
  let edit = begin(theirs)
  const find = (cells: Cells) => edit.rows.find((row) => keyOf(row.cells) === keyOf(cells))?.key
  for (const gone of mine.removed) {
    const key = find(gone.before ?? gone.cells)
    if (key !== undefined) edit = remove(edit, key)
  }
  for (const row of [...mine.rows].reverse()) {
    if (!isNew(row) && !isChanged(row)) continue
    const key = find(row.before ?? row.cells)
    edit = key === undefined ? add(edit, row.cells) : replace(edit, key, row.cells)
  }
  return edit
}

function withColumns(columns: readonly string[], cells: Cells): readonly string[] {
  const more = Object.keys(cells).filter((name) => !columns.includes(name) && (cells[name] ?? '') !== '')
  return more.length === 0 ? columns : [...columns, ...more]
}
