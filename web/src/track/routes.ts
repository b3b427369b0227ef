import type { Area } from '@/shared/area'

const track: Area = {
  messages: { zh: () => import('./i18n/zh'), en: () => import('./i18n/en') },
  layout: 'bare',
  nav: [],
  routes: [{ path: '', component: () => import('./CodePage.vue'), meta: { title: 'track.code.title', open: true } }],
}

export default track
