import type { Messages } from '@/shared/i18n'

const zh: Messages = {
  worker: {
    nav: {
      reports: '我的上报',
    },
    reports: {
      title: '我的上报',
      empty: '还没有上报过。',
    },
  },
}

export default zh
