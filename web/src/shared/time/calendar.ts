import { ref, shallowRef } from 'vue'
import { api, ok } from '@/shared/api'
import { isoDay } from './instant'

const DAY_MILLIS = 86_400_000
/** How far ahead the days are read; what is due later is told in working days anyway. */
const AHEAD_DAYS = 60

/** Working hours of the days ahead, as spans of instants in order. */
export type Spans = readonly (readonly [from: number, to: number])[]

interface Day {
  date?: string
  workday?: boolean
  hours?: string
}

/** The spans of days as dispatch states them, `08:00-12:00;14:00-18:00` in the city's time. */
export function spansOf(days: readonly Day[]): Spans {
  return days.flatMap(({ date, workday, hours }) =>
    workday === true && date !== undefined && hours !== undefined
      ? hours.split(';').map((span) => {
          const [from, to] = span.split('-')
          return [Date.parse(`${date}T${from}:00+08:00`), Date.parse(`${date}T${to}:00+08:00`)] as const
        })
      : [],
  )
}

/**
 * Working minutes until a due instant, by the spans; null when they do not reach that far, or when the instant lies
 * outside working time: then its limit is one that runs on through nights and days off.
 */
export function workingMinutes(spans: Spans, from: number, due: number): number | null {
  if (!spans.some(([start, end]) => start <= due && due <= end)) return null
  let millis = 0
  for (const [start, end] of spans) {
    if (start >= due) break
    millis += Math.max(0, Math.min(end, due) - Math.max(start, from))
  }
  return Math.floor(millis / 60_000)
}

const spans = shallowRef<Spans>([])
const readOn = ref('')

/**
 * The working hours ahead, read once a day for all who show time left. Dispatch owns working time: the days and hours
 * come from it, here they are only summed up to a due instant that dispatch has fixed.
 */
export function useCalendar(): { spans: typeof spans } {
  const today = isoDay(Date.now())
  if (readOn.value !== today) {
    readOn.value = today
    const query = { from: today, to: isoDay(Date.now() + AHEAD_DAYS * DAY_MILLIS) }
    void ok(api.dispatch.GET('/api/dispatch/worktime/days', { params: { query } }))
      .then(({ data }) => (spans.value = spansOf(data)))
      // Without it the time left is told in plain hours.
      .catch(() => (readOn.value = ''))
  }
  return { spans }
}
