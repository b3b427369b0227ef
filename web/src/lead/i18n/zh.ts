import type { Messages } from '@/shared/i18n'

const zh: Messages = {
  lead: {
    nav: {
      rates: '本月指标',
    },
    rates: {
      title: '本月指标',
      empty: '本月还没有可统计的工单。',
      rate: '指标',
      value: '数值',
      counts: '分子 / 分母',
      previous: '上期',
    },
  },
}

export default zh
