import type { Messages } from '@/shared/i18n'

const en: Messages = {
  track: {
    code: {
      title: 'Follow a matter',
      label: 'Code',
      help: 'The code stands on the receipt or in the message you got.',
      go: 'Look up',
    },
  },
}

export default en
