/** The four services, in the order of a ticket's life. */
export const SERVICES = ['intake', 'dispatch', 'department', 'feedback'] as const
export type Service = (typeof SERVICES)[number]

/** What was read of one service's list, the latest first. */
export interface Source<T> {
  readonly service: Service
  readonly items: readonly T[]
  /** Whether older ones have yet to be read. */
  readonly more: boolean
}

export type Merged<T> = T & { readonly service: Service }

/**
 * One list of several, the latest first. What is older than the oldest that was read of a list with more is kept back:
 * something yet unread may belong before it.
 *
 * @param at milliseconds of an item
 */
export function merged<T extends object>(sources: readonly Source<T>[], at: (item: T) => number): Merged<T>[] {
  const floor = Math.max(
    -Infinity,
    ...sources.map(({ items, more }) => {
      const last = items.at(-1)
      if (!more) return -Infinity
      return last === undefined ? Infinity : at(last)
    }),
  )
  return sources
    .flatMap(({ service, items }) => items.map((item) => ({ ...item, service })))
    .filter((item) => at(item) >= floor)
    .sort((one, other) => at(other) - at(one))
}

/** Which lists to read on: those that hold the others back. */
export function behind<T extends object>(sources: readonly Source<T>[], at: (item: T) => number): Service[] {
  const open = sources.filter(({ more }) => more)
  const reach = ({ items }: Source<T>) => (items.length === 0 ? Infinity : at(items.at(-1) as T))
  const nearest = Math.max(...open.map(reach))
  return open.filter((source) => reach(source) === nearest).map(({ service }) => service)
}
