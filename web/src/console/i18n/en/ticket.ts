import type { Messages } from '@/shared/i18n'

export const ticket: Messages = {
  title: 'Ticket',
  timeline: 'History',
  legs: 'Bodies at work',
  why: 'Why this department',
  considered: 'Facts and rules considered',
  applied: 'Applied',
  outranked: 'Not applied',
  priority: 'priority {n}',
  everywhere: 'whole district',
  policy: 'Policy version',
  reporter: 'Reporter',
  reporterNone: 'nothing personal to show',
  reporterAway: 'The reporter cannot be read at the moment',
  unmask: 'Show in full',
  unmaskText: 'Seeing a reporter’s full name and phone needs a reason. Each look goes on the audit record.',
  unmaskLength: 'At least {n} characters',
  unmaskAction: 'Show and record',
  where: 'Place',
  outsideGrid: 'outside the reporter’s own grid',
  filed: 'Reported {at}',
  waits: 'Waits for a person’s choice: {reason}.',
  mergedInto: 'This ticket goes on in',
  system: 'System',
  with: ', with {bodies}',
  until: 'until {at}',
  meets: 'meets {at}',
  restsUntil: 'Suspended until {at}, then goes on by itself',
  extended: 'Extended {n} time | Extended {n} times',
  reworked: '{n} rework | {n} reworks',
  rated: 'Rated: {rating} ({account})',
  ratedBy: 'rated {rating} ({account})',
  blownBy: 'blown by {account}, {at}',
}

export const clock: Messages = {
  met: 'met {at}',
  metLate: 'late, {at}',
  paused: 'stands still since {at}',
}

export const side: Messages = {
  report: 'Report',
  street: 'Street',
  department: 'Department',
  supervision: 'Supervision',
  alert: 'Alerts',
}

export const fact: Messages = {
  type: 'Type',
  condition: 'Condition',
  kind: 'Kind',
  place: 'Grid',
  assetId: 'Asset',
  assetMark: 'Mark on the asset',
  assetOwner: 'Registered owner',
  registeredAsset: 'Asset with a fixed owner',
  duty: 'Street’s duty list',
}

export const issueKind: Messages = { component: 'Component', event: 'Event' }
export const duty: Messages = {
  own: 'Own (the street handles)',
  assist: 'Assist (department leads, street helps)',
  upward: 'Taken back upward (department only)',
}

export const queuedBecause: Messages = {
  unclassified: 'the report is not classified',
  'no-answer': 'no rule answers',
  'several-answers': 'rules name several leads',
  'owner-unknown': 'the owner is not registered',
  returned: 'a return was approved',
}

export const channel: Messages = { phone: 'phone', sms: 'SMS', web: 'web', visit: 'visit' }
export const outcome: Messages = {
  solved: 'solved',
  unreachable: 'reporter not reached',
  'not-accepted': 'not accepted',
}
