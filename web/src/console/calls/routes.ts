import { Phone } from '@element-plus/icons-vue'
import type { Area } from '@/shared/area'

const calls: Area = {
  messages: { zh: () => import('./i18n/zh'), en: () => import('./i18n/en') },
  layout: 'desk',
  nav: [{ to: '/calls', label: 'calls.nav.callbacks', icon: Phone }],
  routes: [{ path: '', component: () => import('./CallbacksPage.vue'), meta: { title: 'calls.callbacks.title' } }],
}

export default calls
