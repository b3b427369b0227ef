import type { Messages } from '@/shared/i18n'

const en: Messages = {
  worker: {
    nav: {
      reports: 'My reports',
    },
    reports: {
      title: 'My reports',
      empty: 'Nothing reported yet.',
    },
  },
}

export default en
