import type { Messages } from '@/shared/i18n'

const en: Messages = {
  console: {
    nav: {
      queue: 'To dispatch',
    },
    queue: {
      title: 'Waiting for dispatch',
      empty: 'No ticket waits for dispatch.',
      lead: 'Lead',
      dispatchLeft: 'Left to dispatch',
      live: 'Live',
      away: 'Connection lost, reconnecting',
    },
  },
}

export default en
