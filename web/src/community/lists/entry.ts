import type { Known, Schema } from '@/shared/api'
import { localInstant } from '../when'
import { bodyOf, organises, tagsOf, type Who } from '../who'

/** An entry of a list; what is always there is said to be. */
export type Entry = Known<
  Schema<'intake', 'ListEntry'>,
  'id' | 'list' | 'state' | 'version' | 'category' | 'area' | 'title' | 'text' | 'listedAt'
>
export type ListKind = Entry['list']
export type Match = Schema<'intake', 'ProposedMatch'>

export const LISTS: readonly ListKind[] = ['need', 'resource', 'project']
export const ENTRY_STATES = ['open', 'met', 'retired'] as const

/** Whether somebody keeps a list: residents only say what they can give. */
export function keepsList(list: ListKind, who: Who): boolean {
  return organises(who) || bodyOf(who) !== null || (list === 'resource' && who.roles.includes('resident'))
}

/** Whether an entry is theirs to change and to take off: their body's, their community's, or listed by themselves. */
export function keepsEntry(entry: Entry, who: Who): boolean {
  if (entry.state !== 'open') return false
  if (entry.department) return entry.department === bodyOf(who)
  return organises(who) || entry.own === true
}

/** Whether somebody may match a need: the community or the branch, while it is not met. */
export const matches = (entry: Entry, who: Who): boolean =>
  entry.list === 'need' && entry.state === 'open' && organises(who)

/** An entry as its form has it. */
export interface EntryDraft {
  category: Entry['category'] | ''
  area: string
  title: string
  text: string
  tags: string
  capacity: number | ''
  /** `datetime-local`, in the city's time; empty for none. */
  from: string
  until: string
}

export const emptyEntry = (): EntryDraft => ({
  category: '',
  area: '',
  title: '',
  text: '',
  tags: '',
  capacity: 1,
  from: '',
  until: '',
})

/** What the form begins with for an entry that is changed. */
export function draftOf(entry: Entry, local: (instant: string) => string): EntryDraft {
  return {
    category: entry.category,
    area: entry.area,
    title: entry.title,
    text: entry.text,
    tags: (entry.tags ?? []).join(' '),
    capacity: entry.capacity ?? 1,
    from: entry.from ? local(entry.from) : '',
    until: entry.until ? local(entry.until) : '',
  }
}

/** A draft that goes on with a newer entry: what was not touched is as it is now, what was typed stays. */
export function goOn(draft: EntryDraft, before: EntryDraft, now: EntryDraft): EntryDraft {
  const touched = Object.entries(draft).filter(([field, value]) => value !== before[field as keyof EntryDraft])
  return { ...now, ...Object.fromEntries(touched) }
}

export type EntryField = 'category' | 'area' | 'title' | 'text' | 'tags' | 'capacity' | 'from' | 'until'

/** What is missing or cannot be, by field, as the ending of `community.fault.*`. */
export function faultsOf(draft: EntryDraft, list: ListKind): Partial<Record<EntryField, string>> {
  const faults: Partial<Record<EntryField, string>> = {}
  for (const field of ['category', 'area', 'title', 'text'] as const) {
    if (draft[field].trim() === '') faults[field] = 'required'
  }
  if (tagsOf(draft.tags).length > 8) faults.tags = 'tags'
  const capacity = draft.capacity
  if (list === 'resource' && (capacity === '' || !Number.isInteger(capacity) || capacity < 1 || capacity > 1000)) {
    faults.capacity = 'capacity'
  }
  if (draft.from !== '' && draft.until !== '' && draft.until <= draft.from) faults.until = 'until'
  return faults
}

/** What is sent. Only resources have a capacity. */
export function bodyFor(draft: EntryDraft, list: ListKind): Schema<'intake', 'ListEntryBody'> {
  const from = localInstant(draft.from)
  const until = localInstant(draft.until)
  return {
    list,
    category: draft.category as Entry['category'],
    area: draft.area,
    title: draft.title.trim(),
    text: draft.text.trim(),
    tags: tagsOf(draft.tags),
    ...(list === 'resource' ? { capacity: Number(draft.capacity) } : {}),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  }
}

/** An entry's state as it is told: a resource that serves as many as it can is in use. */
export function stateOf(entry: Entry): Entry['state'] | 'used' {
  return entry.list === 'resource' && entry.state === 'open' && entry.free === 0 ? 'used' : entry.state
}

/** How an entry's state looks: only a need that waits asks for something. */
export function toneOf(entry: Entry): 'wait' | 'run' | 'good' | 'over' {
  if (entry.state !== 'open') return entry.state === 'met' ? 'good' : 'over'
  if (entry.list === 'need') return 'wait'
  return entry.list === 'resource' && stateOf(entry) === 'open' ? 'good' : 'run'
}
