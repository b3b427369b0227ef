import type { Messages } from '@/shared/i18n'

const en: Messages = {
  track: {
    code: {
      title: 'Follow your report',
      label: 'Code',
      help: 'It is on your receipt or in the message you got: 26 letters and digits. Blanks and small letters do not matter.',
      wrong: 'A code has {length} letters and digits; you entered {n}. Please check.',
      go: 'Look up',
    },
    unknown: {
      title: 'No report has this code',
      text: 'Please check the code on your receipt or in the message, and enter it again.',
      again: 'Enter it again',
    },
    progress: {
      title: 'Progress',
      due: 'Due {at}',
      resumes: 'Goes on {at}',
      results: 'Result',
      stages: 'How far it is',
      number: 'Ticket number',
      reported: 'Reported {at}',
      another: 'Look up another',
    },
    stage: {
      collect: 'Your report arrived',
      discover: 'The problem is checked',
      dispatch: 'Sent to who is responsible',
      handle: 'Being handled',
      feedback: 'Checked on site, you are asked',
    },
    status: { done: 'done', now: 'now', ahead: 'not begun' },
    result: { completed: 'Responsible body', 'not-accepted': 'Street office', settled: 'Community' },
    rating: {
      title: 'What do you say?',
      until: 'Please answer by {at}',
      solved: 'Is it solved?',
      yes: 'Yes',
      no: 'No',
      reopens: 'When you send this, it is taken up again.',
      stars: 'How satisfied are you?',
      star1: 'Very unsatisfied',
      star2: 'Unsatisfied',
      star3: 'Fair',
      star4: 'Satisfied',
      star5: 'Very satisfied',
      comment: 'Anything to add (optional)',
      choose: 'Please choose',
      send: 'Send',
      thanksTitle: 'Thank you',
      thanks: {
        solved: 'The matter is closed. Tell us whenever there is something new.',
        unsolved: 'We take it up again. The same code shows how it goes on.',
      },
    },
  },
}

export default en
