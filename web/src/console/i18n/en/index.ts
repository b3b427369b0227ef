import type { Messages } from '@/shared/i18n'
import { action, decide, elsewhere } from './decide'
import event from './event'
import { decisions, keys, nav, queue } from './queue'
import more from './more'
import { channel, clock, duty, fact, issueKind, outcome, queuedBecause, side, ticket } from './ticket'

const en: Messages = {
  console: {
    nav,
    keys,
    queue,
    decisions,
    ticket,
    clock,
    side,
    fact,
    issueKind,
    duty,
    queuedBecause,
    channel,
    outcome,
    event,
    action,
    decide,
    elsewhere,
    ...more,
  },
}

export default en
