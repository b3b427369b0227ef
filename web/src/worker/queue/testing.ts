import type { ReportItem, VerificationItem } from './types'

/** A report that waits, for tests. */
export function item(changes: Partial<ReportItem> | { receipt?: unknown } = {}): ReportItem {
  return {
    kind: 'report',
    id: 'a',
    account: 'me',
    seq: 1,
    createdAt: 0,
    state: 'waiting',
    content: {
      text: 'broken cover',
      type: 'C0101',
      condition: 'b',
      position: { longitude: 117.07, latitude: 36.66, datum: 'wgs84' },
    },
    photos: [],
    attempts: 0,
    nextAt: 0,
    trouble: null,
    begun: false,
    revision: 0,
    photosAgain: false,
    refusal: null,
    sentAt: null,
    receipt: null,
    ...changes,
  } as ReportItem
}

/** A verification that waits, for tests. */
export function verification(changes: Partial<VerificationItem> = {}): VerificationItem {
  return {
    ...item(),
    kind: 'verification',
    content: {
      ticketId: 't1',
      outcome: 'fixed',
      note: '',
      position: { longitude: 117.07, latitude: 36.66, datum: 'wgs84' },
      seen: { version: 4, round: 1, reworks: 0 },
    },
    about: { ticketNo: 'T1', typeName: 'Water cover' },
    photos: [{ key: 'k', id: 'photo-1' }],
    receipt: null,
    ...changes,
  } as VerificationItem
}
