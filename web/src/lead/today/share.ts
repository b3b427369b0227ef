/**
 * How much of a whole something is, in percent for a bar: something is always seen, and only all of it fills the bar.
 */
export function share(part: number, all: number): number {
  if (part <= 0 || all <= 0) return 0
  if (part >= all) return 100
  return Math.min(98, Math.max(2, (part / all) * 100))
}
