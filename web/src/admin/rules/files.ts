import type { Cells } from './csvFile'

/** What stands in a column, and so how it is shown, entered and searched. */
export type ColumnKind =
  | 'text'
  | 'code'
  | 'number'
  | 'date'
  | 'choice'
  | 'type'
  /** A letter of the row's type. */
  | 'condition'
  | 'department'
  | 'departments'
  /** A body as owner of an asset; `*` for any. */
  | 'owner'
  | 'street'
  | 'place'
  /** `08:00-12:00;14:00-18:00` */
  | 'hours'
  /** `05-01` */
  | 'monthDay'

export interface Column {
  readonly name: string
  readonly kind: ColumnKind
  readonly required?: boolean
  /** Words of a `choice`. */
  readonly choices?: readonly string[]
  /** Offered as a filter above the table. */
  readonly filter?: boolean
  /** Only in the form; or only in the table of one language. */
  readonly table?: false | 'zh' | 'en'
  /** What a new row has. */
  readonly initial?: string
}

export type RuleFileName = 'rules' | 'duty-lists' | 'assets' | 'holidays' | 'working-hours'

/** One of the five files that a draft can replace. */
export interface RuleFile {
  readonly name: RuleFileName
  readonly columns: readonly Column[]
  /** What a row is recognized by. */
  readonly key: readonly string[]
}

export const RULE_FILES: readonly RuleFile[] = [
  {
    name: 'rules',
    key: ['id'],
    columns: [
      { name: 'id', kind: 'code', required: true },
      { name: 'type', kind: 'type', required: true, filter: true },
      { name: 'condition', kind: 'condition' },
      { name: 'place', kind: 'place' },
      { name: 'asset_owner', kind: 'owner' },
      { name: 'lead', kind: 'department', required: true, filter: true },
      { name: 'cooperating', kind: 'departments' },
      { name: 'joint', kind: 'choice', choices: ['yes', 'no'], table: false, initial: 'no', required: true },
      { name: 'priority', kind: 'number', required: true, initial: '20' },
      { name: 'note_zh', kind: 'text', required: true, table: 'zh' },
      { name: 'note_en', kind: 'text', required: true, table: 'en' },
    ],
  },
  {
    name: 'duty-lists',
    key: ['street', 'type'],
    columns: [
      { name: 'street', kind: 'street', required: true, filter: true },
      { name: 'type', kind: 'type', required: true, filter: true },
      { name: 'mode', kind: 'choice', choices: ['own', 'assist', 'upward'], required: true, filter: true },
    ],
  },
  {
    name: 'assets',
    key: ['asset_id'],
    columns: [
      { name: 'asset_id', kind: 'code', required: true },
      { name: 'mark', kind: 'code' },
      { name: 'type', kind: 'type', required: true, filter: true },
      { name: 'owner', kind: 'department', filter: true },
      { name: 'longitude', kind: 'number', required: true },
      { name: 'latitude', kind: 'number', required: true },
      { name: 'name', kind: 'text', required: true },
    ],
  },
  {
    name: 'holidays',
    key: ['date', 'department'],
    columns: [
      { name: 'date', kind: 'date', required: true },
      {
        name: 'kind',
        kind: 'choice',
        choices: ['off', 'work', 'morning', 'afternoon'],
        required: true,
        filter: true,
        initial: 'off',
      },
      { name: 'name', kind: 'text', required: true },
      { name: 'department', kind: 'department' },
    ],
  },
  {
    name: 'working-hours',
    key: ['department', 'from', 'to'],
    columns: [
      { name: 'department', kind: 'department' },
      { name: 'from', kind: 'monthDay' },
      { name: 'to', kind: 'monthDay' },
      { name: 'hours', kind: 'hours', required: true, initial: '08:00-12:00;14:00-18:00' },
      { name: 'days', kind: 'choice', choices: ['workdays', 'every-day'], required: true, initial: 'workdays' },
    ],
  },
]

export function ruleFile(name: RuleFileName): RuleFile {
  const found = RULE_FILES.find((file) => file.name === name)
  if (found === undefined) throw new Error(`no file ${name}`)
  return found
}

/** What a row is recognized by, as one text. */
export function keyOf(file: RuleFile): (cells: Cells) => string {
  return (cells) => file.key.map((name) => cells[name] ?? '').join('\u0000')
}

/** A new row. */
export function blank(file: RuleFile): Cells {
  return Object.fromEntries(file.columns.map(({ name, initial }) => [name, initial ?? '']))
}

/** The names behind codes, in the present language. */
export interface Names {
  type(code: string): string
  condition(type: string, letter: string): string
  department(code: string): string
  place(code: string): string
  /** Word of a choice. */
  choice(column: string, value: string): string
  anyOwner: string
}

/** What a cell says in words; blank where nothing is said. */
export function shown(column: Column, cells: Cells, names: Names): string {
  const value = cells[column.name] ?? ''
  if (value === '') return ''
  switch (column.kind) {
    case 'type':
      return names.type(value)
    case 'condition':
      return names.condition(cells.type ?? '', value)
    case 'department':
      return names.department(value)
    case 'departments':
      return value.split(';').map(names.department).join(' · ')
    case 'owner':
      return value === '*' ? names.anyOwner : names.department(value)
    case 'street':
    case 'place':
      return names.place(value)
    case 'choice':
      return names.choice(column.name, value)
    case 'hours':
      return value.split(';').join('  ')
    case 'text':
    case 'code':
    case 'number':
    case 'date':
    case 'monthDay':
      return value
  }
}

/** Whether a row has the words, in any cell as it is written or shown, and the filters' values. */
export function matches(
  file: RuleFile,
  cells: Cells,
  words: string,
  filters: Readonly<Record<string, string>>,
  names: Names,
): boolean {
  for (const [column, value] of Object.entries(filters)) {
    if (value !== '' && cells[column] !== value) return false
  }
  const wanted = words.trim().toLowerCase().split(/\s+/)
  if (wanted[0] === '') return true
  const all = file.columns
    .map((column) => `${cells[column.name] ?? ''} ${shown(column, cells, names)}`)
    .join(' ')
    .toLowerCase()
  return wanted.every((word) => all.includes(word))
}

/** What a row lacks before it is worth sending: names of required columns that are blank. */
export function missing(file: RuleFile, cells: Cells): string[] {
  return file.columns
    .filter(({ name, required }) => required === true && (cells[name] ?? '') === '')
    .map(({ name }) => name)
}
