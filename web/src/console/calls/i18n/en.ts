import type { Messages } from '@/shared/i18n'
import console from '../../i18n/en'

/** Call-backs; the reporter and the record are shown by the console’s own parts. */
const en: Messages = {
  ...console,
  calls: {
    nav: { callbacks: 'Call-backs' },
    callbacks: {
      title: 'Call-backs',
      empty: 'No reporter waits for a call.',
      answerBy: 'Left to call',
      attempts: '{n} without contact',
      choose: 'Choose a ticket to begin the call.',
      reopenedTimes: 'Reopened {n} times',
    },
    call: {
      done: 'What was done',
      fixed: 'On site: fixed',
      notFixed: 'On site: not fixed',
      by: '{department} completed it at {at}',
      noVerification: 'Not verified on site.',
      script: 'What to say',
      hello:
        'Hello, this is the street office’s call-back. You reported “{type}” on {at}; {department} has finished its work on it.',
      ask: 'Is the problem solved? Are you satisfied with the result? Is there anything else you would like to say?',
      bye: 'Thank you for reporting it. Goodbye.',
      history: 'Earlier calls',
      attempted: '{at}, {channel}: no contact ({account})',
      answered: '{at}, {channel}: answered ({account})',
      record: 'Record the call',
      channel: 'By',
      contacted: 'Contact',
      reached: 'Reached',
      notReached: 'Not reached',
      solved: 'Is it solved?',
      yes: 'Solved',
      no: 'Not solved',
      satisfaction: 'Satisfaction',
      comment: 'Comment',
      save: 'Save the call',
      willClose: 'Saving closes the ticket.',
      willReopen: 'Saving opens the same ticket again.',
      willCount: 'Saving counts an attempt without contact; after three a supervisor may close the ticket.',
      closed: 'The ticket is closed.',
      reopened: 'The ticket is open again.',
      counted: 'An attempt without contact is counted.',
      close: 'Close without contact',
      closeReason: 'Reason for closing',
      closeText: 'After three calls without contact a supervisor closes the ticket.',
      channels: { phone: 'Phone', sms: 'SMS', web: 'Web', visit: 'Visit' },
    },
  },
}

export default en
