import { Tickets } from '@element-plus/icons-vue'
import type { Area } from '@/shared/area'

const worker: Area = {
  messages: { zh: () => import('./i18n/zh'), en: () => import('./i18n/en') },
  layout: 'phone',
  nav: [{ to: '/worker', label: 'worker.nav.reports', icon: Tickets }],
  routes: [{ path: '', component: () => import('./ReportsPage.vue'), meta: { title: 'worker.reports.title' } }],
}

export default worker
