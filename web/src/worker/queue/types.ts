import type { FieldFault, Schema } from '@/shared/api'

/** A report as it will be sent; its photos are named when they have been uploaded. */
export type ReportContent = Omit<Schema<'intake', 'NewReport'>, 'clientId' | 'photos'>

/** What was found on site. */
export interface VerificationContent {
  readonly ticketId: string
  readonly outcome: 'fixed' | 'not-fixed'
  readonly note: string
  /** Which body's part is sent back; the lead's without. */
  readonly assignmentId?: string
  readonly position: { readonly longitude: number; readonly latitude: number; readonly datum: 'wgs84' }
  /** What the verifier had before their eyes: a later completion is another one to verify. */
  readonly seen: { readonly version: number; readonly round: number; readonly reworks: number }
}

/** A photo that belongs to an item; its bytes are kept under `key` until the item has arrived. */
export interface QueuedPhoto {
  readonly key: string
  /** The service's id once it was uploaded. */
  readonly id: string | null
}

/** Why the server did not take an item, in the server's own words. */
export interface Refusal {
  readonly code: string
  readonly detail: string
  readonly errors: readonly FieldFault[]
}

/** What the server answered. */
export type Receipt = Schema<'intake', 'Receipt'> & { readonly trackingCode?: string }

/**
 * `waiting` is sent by itself; `refused` waits for its author; `sent` has arrived and is kept for a while, so that its
 * author can look at the receipt.
 */
export type ItemState = 'waiting' | 'refused' | 'sent'

interface Common {
  /** The client's own id: sending the same again changes nothing at the server. */
  readonly id: string
  /** Only this account ever sends it. */
  readonly account: string
  /** Order in which the items were filed. */
  readonly seq: number
  readonly createdAt: number
  readonly state: ItemState
  readonly photos: readonly QueuedPhoto[]
  /** Attempts in a row that the same trouble has ended; counted anew when somebody asks for it. */
  readonly attempts: number
  /** Not to be tried before; 0 at once. */
  readonly nextAt: number
  /** What kept it from arriving the last time. */
  readonly trouble: 'unreachable' | 'unavailable' | null
  /** Sending has begun and its answer is not known: it may have arrived, so it may not be changed any more. */
  readonly begun: boolean
  /** Counts changes by its author; what is sent is what was read. */
  readonly revision: number
  /** Whether its photos were uploaded again after the server had thrown them away. */
  readonly photosAgain: boolean
  readonly refusal: Refusal | null
  readonly sentAt: number | null
}

/** A report that waits to be sent, or was. */
export interface ReportItem extends Common {
  readonly kind: 'report'
  readonly content: ReportContent
  readonly receipt: Receipt | null
}

/** A verification that waits to be sent, or was. */
export interface VerificationItem extends Common {
  readonly kind: 'verification'
  readonly content: VerificationContent
  /** Number and type of the ticket, for the list. */
  readonly about: { readonly ticketNo: string; readonly typeName: string }
  readonly receipt: { readonly state: string } | null
}

export type Item = ReportItem | VerificationItem

/** What a page hands in. */
export type NewItem = Pick<ReportItem, 'kind' | 'content'> | Pick<VerificationItem, 'kind' | 'content' | 'about'>

/** The bytes of a photo. */
export interface PhotoBytes {
  readonly bytes: ArrayBuffer
  readonly type: string
}
