import type { Action, Assignment } from './assignment'

/** A position as the browser gives it. */
export interface Fix {
  readonly longitude: number
  readonly latitude: number
  /** Radius in metres within which it is right. */
  readonly accuracy: number
}

/** What has been entered into a form of the desk. */
export interface Values {
  text: string
  legalBasis: string
  /** ISO instant; empty for none. */
  until: string
  mine: boolean | null
  fix: Fix | null
  photos: string[]
}

/** What a command asks for beside its press of a button. */
export interface Form {
  /** The wire's name of its text, and the longest the service takes. */
  readonly text?: { readonly field: 'note' | 'result' | 'reason' | 'basis'; readonly max: number }
  readonly legalBasis?: { readonly max: number }
  readonly until?: true
  readonly mine?: true
  readonly fix?: true
  readonly photos?: true
}

const TEXT = 2000
export const MOST_PHOTOS = 9

export const FORMS: Readonly<Record<Action, Form>> = {
  acceptance: {},
  ownership: { mine: true, text: { field: 'basis', max: TEXT } },
  'check-in': { fix: true },
  completion: { text: { field: 'result', max: TEXT }, photos: true },
  'progress-notes': { text: { field: 'note', max: TEXT }, photos: true },
  extensions: { text: { field: 'reason', max: TEXT }, photos: true },
  suspensions: { until: true, text: { field: 'reason', max: TEXT }, photos: true },
  returns: { text: { field: 'reason', max: TEXT }, legalBasis: { max: 500 }, photos: true },
  endorsement: {},
  decline: { text: { field: 'reason', max: TEXT } },
}

export function emptyValues(): Values {
  return { text: '', legalBasis: '', until: '', mine: null, fix: null, photos: [] }
}

/** The command's body. */
export function bodyOf(action: Action, values: Values): Record<string, unknown> {
  const form = FORMS[action]
  const body: Record<string, unknown> = {}
  if (form.text) body[form.text.field] = values.text.trim()
  if (form.legalBasis) body.legalBasis = values.legalBasis.trim()
  if (form.until) body.until = values.until
  if (form.mine) body.mine = values.mine
  if (form.photos) body.photos = values.photos
  if (form.fix && values.fix !== null) {
    const { longitude, latitude } = values.fix
    body.position = { longitude, latitude, datum: 'wgs84' }
  }
  return body
}

/** A field that is not as the service wants it: its wire name and a message of `desk.form.*`. */
export interface Lack {
  readonly field: string
  readonly message: 'needed' | 'photosNeeded' | 'untilPast' | 'untilFar' | 'fixNeeded'
}

/** What is plainly missing before it is sent; the service judges the rest. */
export function lacksOf(action: Action, values: Values, assignment: Assignment, now: number): Lack[] {
  const form = FORMS[action]
  const lacks: Lack[] = []
  if (form.mine && values.mine === null) lacks.push({ field: 'mine', message: 'needed' })
  if (form.fix && values.fix === null) lacks.push({ field: 'position', message: 'fixNeeded' })
  if (form.text && values.text.trim() === '') lacks.push({ field: form.text.field, message: 'needed' })
  if (form.legalBasis && values.legalBasis.trim() === '') lacks.push({ field: 'legalBasis', message: 'needed' })
  if (form.until) {
    const until = Date.parse(values.until)
    const latest = assignment.suspendUntil === undefined ? Infinity : Date.parse(assignment.suspendUntil)
    if (Number.isNaN(until)) lacks.push({ field: 'until', message: 'needed' })
    else if (until <= now) lacks.push({ field: 'until', message: 'untilPast' })
    else if (until > latest) lacks.push({ field: 'until', message: 'untilFar' })
  }
  if (action === 'completion' && values.photos.length < (assignment.photosNeeded ?? 0)) {
    lacks.push({ field: 'photos', message: 'photosNeeded' })
  }
  return lacks
}

/** Metres between two positions, good to half a percent over the distances of a city. */
export function metresBetween(
  a: { longitude: number; latitude: number },
  b: { longitude: number; latitude: number },
): number {
  const radians = Math.PI / 180
  const x = (a.longitude - b.longitude) * radians * Math.cos(((a.latitude + b.latitude) / 2) * radians)
  const y = (a.latitude - b.latitude) * radians
  return Math.round(Math.hypot(x, y) * 6_371_000)
}
