import { Tickets } from '@element-plus/icons-vue'
import type { Area } from '@/shared/area'

const desk: Area = {
  messages: { zh: () => import('./i18n/zh'), en: () => import('./i18n/en') },
  layout: 'desk',
  nav: [{ to: '/desk', label: 'desk.nav.inbox', icon: Tickets }],
  routes: [{ path: '', component: () => import('./InboxPage.vue'), meta: { title: 'desk.inbox.title' } }],
}

export default desk
