import { computed, shallowReactive, shallowRef, watch, type ComputedRef } from 'vue'
import { api, ok } from '@/shared/api'
import { isoDay } from './instant'

const DAY_MILLIS = 86_400_000
/** How far ahead the days are read; what is due later is told in working days anyway. */
const AHEAD_DAYS = 60

/** Working hours of the days ahead, as spans of instants in order; spans that touch are one. */
export type Spans = readonly (readonly [from: number, to: number])[]

interface Day {
  date?: string
  workday?: boolean
  hours?: string
}

/** The spans of days as dispatch states them, `08:00-12:00;14:00-18:00` in the city's time. */
export function spansOf(days: readonly Day[]): Spans {
  const spans: [number, number][] = []
  for (const { date, workday, hours } of days) {
    if (workday !== true || date === undefined || !hours) continue
    for (const span of hours.split(';')) {
      const [from, to] = span.split('-').map((time) => Date.parse(`${date}T${time}:00+08:00`)) as [number, number]
      const last = spans.at(-1)
      if (last?.[1] === from) last[1] = to
      else spans.push([from, to])
    }
  }
  return spans
}

/**
 * Working minutes until a due instant, by the spans of the body that has to meet it. Null when they say nothing: they do
 * not reach that far; or the instant lies outside working time, so its limit is one that runs on through nights and days
 * off; or the body works round the clock until then, so that its time is everybody's.
 */
export function workingMinutes(spans: Spans, from: number, due: number): number | null {
  const last = spans.find(([start, end]) => start <= due && due <= end)
  if (last === undefined || (last[0] <= from && last[1] - last[0] > DAY_MILLIS)) return null
  let millis = 0
  for (const [start, end] of spans) {
    if (start >= due) break
    millis += Math.max(0, Math.min(end, due) - Math.max(start, from))
  }
  return Math.floor(millis / 60_000)
}

/** Under this key are the hours of every body that has none of its own. */
const EVERYBODY = ''
const read = shallowReactive(new Map<string, Spans>())
/** The bodies with hours or days of their own; null until it is known. */
const own = shallowRef<ReadonlySet<string> | null>(null)
/** On which day each was asked for; what failed is asked for again by the next who needs it. */
const askedOn = new Map<string, string>()

function once(what: string, ask: (today: string) => Promise<unknown>): void {
  const today = isoDay(Date.now())
  if (askedOn.get(what) === today) return
  askedOn.set(what, today)
  ask(today).catch(() => askedOn.delete(what))
}

function readOwn(): void {
  once('bodies', async () => {
    const { data } = await ok(api.dispatch.GET('/api/dispatch/departments'))
    own.value = new Set(data.flatMap(({ code, ownHours }) => (ownHours === true && code ? [code] : [])))
  })
}

function readSpans(body: string): void {
  once(`hours ${body}`, async (today) => {
    const query = {
      from: today,
      to: isoDay(Date.now() + AHEAD_DAYS * DAY_MILLIS),
      ...(body === EVERYBODY ? {} : { department: body }),
    }
    read.set(body, spansOf((await ok(api.dispatch.GET('/api/dispatch/worktime/days', { params: { query } }))).data))
  })
}

/**
 * The working hours ahead of a body, read once a day for all who show time left. Dispatch owns working time: the days and
 * hours come from it, here they are only summed up to a due instant that dispatch has fixed. None while they are not
 * known: the time left is then told in plain hours.
 *
 * @param whose the body's code; undefined or empty for what is no single body's, null when working hours are not asked for
 */
export function useWorkingHours(whose: () => string | null | undefined): ComputedRef<Spans> {
  const body = computed(() => {
    const wanted = whose()
    if (wanted === null) return null
    if (!wanted) return EVERYBODY
    if (own.value === null) return null
    return own.value.has(wanted) ? wanted : EVERYBODY
  })
  watch(
    whose,
    (wanted) => {
      if (wanted) readOwn()
    },
    { immediate: true },
  )
  watch(
    body,
    (found) => {
      if (found !== null) readSpans(found)
    },
    { immediate: true },
  )
  return computed(() => (body.value === null ? undefined : read.get(body.value)) ?? [])
}
