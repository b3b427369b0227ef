import type { Messages } from '@/shared/i18n'

const en: Messages = {
  lead: {
    nav: {
      rates: 'This month',
    },
    rates: {
      title: 'This month',
      empty: 'No ticket counts this month yet.',
      rate: 'Rate',
      value: 'Value',
      counts: 'Numerator / denominator',
      previous: 'Period before',
    },
  },
}

export default en
