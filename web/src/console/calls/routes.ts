import { Phone } from '@element-plus/icons-vue'
import type { Area } from '@/shared/area'

const calls: Area = {
  messages: { zh: () => import('./i18n/zh'), en: () => import('./i18n/en') },
  layout: 'desk',
  nav: [{ to: '/calls', label: 'calls.nav.callbacks', icon: Phone }],
  routes: [
    {
      path: '',
      component: () => import('./CallbacksPage.vue'),
      // Those who may record a call beside the clerks: the street and the community, and who closes without contact.
      meta: { title: 'calls.callbacks.title', roles: ['call-agent', 'dispatcher', 'community', 'supervisor'] },
    },
  ],
}

export default calls
