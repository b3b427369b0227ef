/** A CSV file (RFC 4180) as its columns and rows; what the columns mean is not known here. */
export interface CsvFile {
  readonly columns: readonly string[]
  readonly rows: readonly Cells[]
}

/** A row by the names of its columns. */
export type Cells = Readonly<Record<string, string>>

/** Fields of all records; a quoted field may hold commas, quotes and line breaks. */
function records(text: string): string[][] {
  const all: string[][] = []
  let record: string[] = []
  let field = ''
  let quoted = false
  let began = false
  const endField = () => {
    record.push(field)
    field = ''
    began = false
  }
  const endRecord = () => {
    endField()
    // An empty line is no record.
    if (record.length > 1 || record[0] !== '') all.push(record)
    record = []
  }
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (quoted) {
      if (char !== '"') field += char
      else if (text.charAt(at + 1) === '"') field += text.charAt(++at)
      else quoted = false
    } else if (char === '"' && !began && field.trim() === '') {
      field = ''
      quoted = true
      began = true
    } else if (char === ',') endField()
    else if (char === '\n') endRecord()
    else if (char !== '\r') field += char
  }
  endRecord()
  return all
}

/** Reads a file; a byte order mark is left out, blanks around values too. */
export function parseCsv(text: string): CsvFile {
  const [head = [], ...rest] = records(text.replace(/^\uFEFF/, ''))
  const columns = head.map((name) => name.trim())
  const rows = rest.map((record) => Object.fromEntries(columns.map((name, at) => [name, (record[at] ?? '').trim()])))
  return { columns, rows }
}

const quote = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

/** The file's text; columns that a row does not have are blank. */
export function formatCsv({ columns, rows }: CsvFile): string {
  return [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))]
    .map((record) => record.map(quote).join(',') + '\n')
    .join('')
}

/** The line in the written file at which each row begins; the head is line 1. */
export function linesOf({ columns, rows }: CsvFile): number[] {
  let line = 2
  return rows.map((row) => {
    const begin = line
    for (const name of columns) line += (row[name] ?? '').split('\n').length - 1
    line++
    return begin
  })
}
