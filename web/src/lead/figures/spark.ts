export interface Spark {
  /** SVG path; empty when only one period has a value. */
  readonly line: string
  readonly last: { readonly x: number; readonly y: number }
}

/**
 * The line of a rate over equal steps of time. Its height spans at least ten percentage points, so that a steady rate
 * looks steady. A period without a value breaks the line.
 *
 * @param values 0 to 1, null for a period without a denominator
 * @returns null when no period has a value
 */
export function sparkPath(values: readonly (number | null)[], width: number, height: number): Spark | null {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return null
  const margin = 3
  const middle = (Math.min(...known) + Math.max(...known)) / 2
  const span = Math.max(0.1, Math.max(...known) - Math.min(...known))
  const step = values.length > 1 ? (width - 2 * margin) / (values.length - 1) : 0
  const round = (n: number) => Math.round(n * 10) / 10
  let line = ''
  let last = { x: 0, y: 0 }
  let drawing = false
  values.forEach((value, at) => {
    if (value === null) {
      drawing = false
      return
    }
    const x = round(margin + at * step)
    const y = round(height / 2 - ((value - middle) / span) * (height - 2 * margin))
    line += `${drawing ? 'L' : 'M'}${x} ${y}`
    drawing = true
    last = { x, y }
  })
  return { line: line.includes('L') ? line : '', last }
}
