import type { Messages } from '@/shared/i18n'

const en: Messages = {
  desk: {
    nav: {
      inbox: 'Inbox',
    },
    inbox: {
      title: 'Inbox',
      empty: 'Nothing to do.',
    },
  },
}

export default en
