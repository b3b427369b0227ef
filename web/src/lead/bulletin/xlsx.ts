import writeXlsxFile from 'write-excel-file/universal'
import type { Cell, CellKind, Sheet } from './workbook'

/** Formats of Excel by what a cell means; a time is the city's clock, whatever the reader's is. */
const FORMATS: Record<CellKind, string | undefined> = {
  text: undefined,
  count: '#,##0',
  percent: '0.0%',
  points: '+0.0;-0.0;0.0',
  score: '0.00',
  time: 'yyyy-mm-dd hh:mm',
}

const CITY_AHEAD_OF_UTC = 8 * 3_600_000

function cell({ kind, value }: Cell) {
  if (value === null) return null
  if (value instanceof Date) {
    // A sheet has no time zones; what it is given as UTC is what it shows.
    return { type: Date, value: new Date(value.getTime() + CITY_AHEAD_OF_UTC), format: FORMATS.time }
  }
  if (typeof value === 'number') return { type: Number, value, format: FORMATS[kind] }
  return { type: String, value }
}

/**
 * A workbook: real numbers and dates, headings that stay in view. For some thousand rows; larger sheets would be packed by
 * a worker of a blob, which the Content-Security-Policy forbids.
 */
export async function workbook(sheets: readonly Sheet[]): Promise<Blob> {
  return writeXlsxFile(
    sheets.map(({ name, columns, rows }) => ({
      // Excel takes at most 31 characters, and none of these.
      sheet: name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
      data: [
        columns.map(({ heading }) => ({ type: String, value: heading, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(cell)),
      ],
    })),
  ).toBlob()
}
