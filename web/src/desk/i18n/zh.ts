import type { Messages } from '@/shared/i18n'

const zh: Messages = {
  desk: {
    nav: {
      inbox: '待办',
    },
    inbox: {
      title: '待办',
      empty: '没有待办任务。',
    },
  },
}

export default zh
