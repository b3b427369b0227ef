import { DataLine } from '@element-plus/icons-vue'
import type { Area } from '@/shared/area'

const lead: Area = {
  messages: { zh: () => import('./i18n/zh'), en: () => import('./i18n/en') },
  layout: 'desk',
  nav: [{ to: '/lead', label: 'lead.nav.rates', icon: DataLine }],
  routes: [{ path: '', component: () => import('./RatesPage.vue'), meta: { title: 'lead.rates.title' } }],
}

export default lead
