import type { Messages } from '@/shared/i18n'

const zh: Messages = {
  calls: {
    nav: {
      callbacks: '待回访',
    },
    callbacks: {
      title: '待回访',
      empty: '没有等待回访的工单。',
      answerBy: '回访剩余',
    },
  },
}

export default zh
