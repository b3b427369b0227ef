import type { Messages } from '@/shared/i18n'

const en: Messages = {
  calls: {
    nav: {
      callbacks: 'To call back',
    },
    callbacks: {
      title: 'To call back',
      empty: 'Nobody waits for a call-back.',
      answerBy: 'Left to call back',
    },
  },
}

export default en
