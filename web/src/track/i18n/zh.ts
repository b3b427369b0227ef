import type { Messages } from '@/shared/i18n'

const zh: Messages = {
  track: {
    code: {
      title: '查询办理进度',
      label: '查询码',
      help: '查询码在上报回执或短信中。',
      go: '查询',
    },
  },
}

export default zh
