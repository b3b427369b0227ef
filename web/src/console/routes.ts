import { Tickets } from '@element-plus/icons-vue'
import type { Area } from '@/shared/area'

const area: Area = {
  messages: { zh: () => import('./i18n/zh'), en: () => import('./i18n/en') },
  layout: 'desk',
  nav: [{ to: '/console', label: 'console.nav.queue', icon: Tickets }],
  routes: [{ path: '', component: () => import('./QueuePage.vue'), meta: { title: 'console.queue.title' } }],
}

export default area
