/** How far a clock has run, as shares of its limit. */
export interface Progress {
  /** 0 at its start, 1 at its due instant and after. */
  readonly done: number
  /** Where it warns. */
  readonly warn: number
  readonly tone: 'calm' | 'pressing' | 'late'
}

/**
 * @param stoppedAt when it was met or stood still; null while it runs
 * @param now in milliseconds
 */
export function progress(
  clock: { startedAt?: string; warnAt?: string; dueAt?: string },
  stoppedAt: string | null,
  now: number,
): Progress {
  const start = Date.parse(clock.startedAt ?? '')
  const due = Date.parse(clock.dueAt ?? '')
  const warn = Date.parse(clock.warnAt ?? '')
  const at = stoppedAt === null ? now : Date.parse(stoppedAt)
  const share = (instant: number) => {
    const part = (instant - start) / (due - start)
    return Number.isFinite(part) ? Math.min(1, Math.max(0, part)) : 0
  }
  return {
    done: share(at),
    warn: share(warn),
    tone: at > due ? 'late' : at >= warn ? 'pressing' : 'calm',
  }
}
