/** Time left until a due instant, as a message of `time.*` with its number, and how much it presses. */
export interface Left {
  readonly key: string
  readonly n: number
  readonly late: boolean
}

const HOUR = 60
const DAY = 24 * HOUR
/** A working day has eight working hours. */
const WORKING_DAY = 8 * HOUR

/**
 * @param minutes continuous minutes until the due instant; negative when it has passed
 * @param workingMinutes working minutes until then, when the limit runs in working time; null when it runs on
 */
export function left(minutes: number, workingMinutes: number | null): Left {
  if (minutes < 0) return { ...step(-minutes, DAY, 'Late'), late: true }
  if (workingMinutes === null) return { ...step(minutes, DAY, 'Left'), late: false }
  return { ...step(workingMinutes, WORKING_DAY, 'Left', 'working'), late: false }
}

function step(minutes: number, perDay: number, ending: string, prefix = ''): { key: string; n: number } {
  if (minutes < 1) return { key: `time.${named('moments', prefix)}${ending}`, n: 0 }
  const [word, n] =
    minutes >= 2 * perDay
      ? (['days', Math.floor(minutes / perDay)] as const)
      : minutes >= 2 * HOUR
        ? (['hours', Math.floor(minutes / HOUR)] as const)
        : (['minutes', Math.floor(minutes)] as const)
  return { key: `time.${named(word, prefix)}${ending}`, n }
}

const named = (word: string, prefix: string) =>
  prefix === '' ? word : prefix + word.charAt(0).toUpperCase() + word.slice(1)
