/* eslint-disable no-restricted-globals -- the one place that touches localStorage */

/**
 * What the browser remembers between visits: preferences and who was here last, never a token, never what a report
 * says. A browser that keeps nothing (private window, full disk) is no error.
 */
export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value))
  } catch {
    // Not remembered; everything works without.
  }
}

/** What was kept under the name; null when there is nothing, or nothing readable. */
export function kept<T>(name: string): T | null {
  try {
    const text = localStorage.getItem(name)
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}

/** Forgets it. */
export function forget(name: string): void {
  try {
    localStorage.removeItem(name)
  } catch {
    // Nothing was kept.
  }
}
