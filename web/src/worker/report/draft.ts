import type { Role } from '@/shared/auth/roles'
import type { IssueCondition, IssueType } from '../kept/catalogue'
import type { Point } from '../kept/places'
import type { ReportContent, ReportItem } from '../queue/types'

export const MATTERS = ['coordination', 'routine', 'prominent', 'emergency'] as const
export type MatterKind = (typeof MATTERS)[number]

/** Levels below the street, in the order in which a matter goes up. */
export const LEVELS = ['unit-steward', 'building-head', 'grid-worker', 'branch', 'community'] as const
export type Level = (typeof LEVELS)[number]

/** A report while it is written. */
export interface Draft {
  type: string | null
  condition: string | null
  matter: MatterKind
  /** Who is to coordinate it first; null for the street. */
  level: Level | null
  text: string
  /** What was done on the spot; for routine matters. */
  outcome: string
  position: Point | null
  /** Whether the position is the phone's or was set by hand. */
  byHand: boolean
  address: string
  /** What can be read on a component. */
  assetMark: string
  joins: { readonly ticketId: string; readonly ticketNo: string } | null
  /** Written down for a resident, who is told what becomes of it. */
  forResident: boolean
  name: string
  phone: string
}

export function emptyDraft(): Draft {
  return {
    type: null,
    condition: null,
    matter: 'coordination',
    level: null,
    text: '',
    outcome: '',
    position: null,
    byHand: false,
    address: '',
    assetMark: '',
    joins: null,
    forResident: false,
    name: '',
    phone: '',
  }
}

/** Longest texts that the service takes. */
export const LONGEST = { text: 2000, address: 200, name: 64, assetMark: 64 } as const
const PHONE = /^\+?[0-9](?:[ -]?[0-9]){4,19}$/

/** Fields at fault, each with the key of what to say. */
export type Faults = Partial<Record<'type' | 'condition' | 'text' | 'outcome' | 'position' | 'name' | 'phone', string>>

/** What keeps a draft from being sent. The service has the last word; this saves the way there. */
export function faultsOf(draft: Draft, types: ReadonlyMap<string, IssueType>): Faults {
  const faults: Faults = {}
  const type = draft.type === null ? undefined : types.get(draft.type)
  if (draft.type === null) faults.type = 'worker.fault.type'
  else if (type !== undefined && conditionOf(draft, type) === undefined) faults.condition = 'worker.fault.condition'
  if (draft.text.trim() === '') faults.text = 'worker.fault.text'
  if (draft.matter === 'routine' && draft.outcome.trim() === '') faults.outcome = 'worker.fault.outcome'
  if (draft.position === null) faults.position = 'worker.fault.position'
  if (draft.forResident) {
    if (draft.name.trim() === '' && draft.phone.trim() === '') faults.name = 'worker.fault.reporter'
    if (draft.phone.trim() !== '' && !PHONE.test(draft.phone.trim())) faults.phone = 'worker.fault.phone'
  }
  return faults
}

/** The condition that was chosen, or the only one that the type has. */
export function conditionOf(draft: Draft, type: IssueType): IssueCondition | undefined {
  return type.conditions.length === 1
    ? type.conditions[0]
    : type.conditions.find(({ code }) => code === draft.condition)
}

/** The draft as it is sent. @throws Error when there is no position; see {@link faultsOf} */
export function contentOf(draft: Draft, types: ReadonlyMap<string, IssueType>): ReportContent {
  if (draft.position === null) throw new Error('a report has a position')
  const type = draft.type === null ? undefined : types.get(draft.type)
  const condition = type === undefined ? draft.condition : conditionOf(draft, type)?.code
  const told = (text: string) => (text.trim() === '' ? undefined : text.trim())
  const person = { name: told(draft.name), phone: told(draft.phone), kind: 'resident' as const }
  return defined({
    type: draft.type ?? undefined,
    condition: condition ?? undefined,
    matter: draft.matter,
    level: draft.matter === 'coordination' && draft.joins === null ? (draft.level ?? undefined) : undefined,
    text: draft.text.trim(),
    outcome: draft.matter === 'routine' ? told(draft.outcome) : undefined,
    position: { ...draft.position, datum: 'wgs84' as const },
    address: told(draft.address),
    assetMark: type?.kind === 'component' ? told(draft.assetMark) : undefined,
    joins: draft.matter === 'routine' ? undefined : draft.joins?.ticketId,
    reporter: draft.forResident ? defined(person) : undefined,
  })
}

/** The draft of an item that its author changes. */
export function draftOf(item: ReportItem): Draft {
  const { content } = item
  return {
    type: content.type ?? null,
    condition: content.condition ?? null,
    matter: content.matter ?? 'coordination',
    level: content.level ?? null,
    text: content.text,
    outcome: content.outcome ?? '',
    position: { longitude: content.position.longitude, latitude: content.position.latitude },
    byHand: true,
    address: content.address ?? '',
    assetMark: content.assetMark ?? '',
    joins: content.joins === undefined ? null : { ticketId: content.joins, ticketNo: '' },
    forResident: content.reporter?.kind === 'resident',
    name: content.reporter?.name ?? '',
    phone: content.reporter?.phone ?? '',
  }
}

/** Without the fields that say nothing: the service compares whole requests. */
function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T
}

/** Lowest level to which somebody may leave a coordination matter: nobody hands it below where it already is. */
const LOWEST: readonly (readonly [Role, Level])[] = [
  ['community', 'community'],
  ['branch', 'branch'],
  ['grid-worker', 'branch'],
  ['building-head', 'building-head'],
  ['unit-steward', 'unit-steward'],
]

/** The levels below the street that may be asked first, by the roles of who reports. */
export function levelsFor(roles: readonly Role[]): Level[] {
  const lowest = LOWEST.find(([role]) => roles.includes(role))?.[1]
  return lowest === undefined ? [] : LEVELS.slice(LEVELS.indexOf(lowest))
}

/** The form's field that a path of the wire belongs to. */
export function fieldOf(path: string): string {
  if (path.startsWith('position')) return 'position'
  if (path.startsWith('photos')) return 'photos'
  if (path.startsWith('reporter.')) return path.slice('reporter.'.length)
  return path
}
