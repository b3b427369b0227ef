import type { Messages } from '@/shared/i18n'

const zh: Messages = {
  console: {
    nav: {
      queue: '待派单',
    },
    queue: {
      title: '待派单',
      empty: '没有等待派单的工单。',
      lead: '主办',
      dispatchLeft: '派单剩余',
      live: '实时更新',
      away: '连接中断，正在重连',
    },
  },
}

export default zh
