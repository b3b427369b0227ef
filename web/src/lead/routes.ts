import { Bell, DataLine, Histogram, MapLocation, Monitor, Present, Printer, Warning } from '@element-plus/icons-vue'
import { communityRoutes } from '@/community/routes'
import type { Area } from '@/shared/area'
import './lead.css'

const lead: Area = {
  messages: { zh: () => import('./i18n/zh'), en: () => import('./i18n/en') },
  layout: 'desk',
  nav: [
    { to: '/lead', label: 'lead.nav.today', icon: Monitor },
    { to: '/lead/rates', label: 'lead.nav.rates', icon: DataLine, under: ['/lead/bodies'] },
    { to: '/lead/map', label: 'lead.nav.map', icon: MapLocation },
    { to: '/lead/ranking', label: 'lead.nav.ranking', icon: Histogram },
    { to: '/lead/warnings', label: 'lead.nav.warnings', icon: Warning },
    { to: '/lead/bulletin', label: 'lead.nav.bulletin', icon: Printer },
    { to: '/lead/supervision', label: 'lead.nav.supervision', icon: Bell },
    { to: '/lead/community', label: 'word.mutualHelp', icon: Present },
  ],
  routes: [
    { path: '', component: () => import('./today/TodayPage.vue'), meta: { title: 'lead.today.title' } },
    { path: 'rates', component: () => import('./rates/RatesPage.vue'), meta: { title: 'lead.rates.title' } },
    {
      path: 'bodies/:kind(street|department|type)/:code',
      component: () => import('./rates/BodyPage.vue'),
      props: true,
      meta: { title: 'lead.rates.title' },
    },
    { path: 'tickets', component: () => import('./tickets/TicketsPage.vue'), meta: { title: 'lead.ticketsTitle' } },
    { path: 'map', component: () => import('./map/MapPage.vue'), meta: { title: 'lead.map.title' } },
    { path: 'ranking', component: () => import('./ranking/RankingPage.vue'), meta: { title: 'lead.ranking.title' } },
    {
      path: 'warnings',
      component: () => import('./warnings/WarningsPage.vue'),
      meta: { title: 'lead.warnings.title' },
    },
    {
      path: 'bulletin',
      component: () => import('./bulletin/BulletinPage.vue'),
      meta: { title: 'lead.bulletin.title' },
    },
    {
      path: 'supervision',
      component: () => import('./supervision/SupervisionPage.vue'),
      meta: { title: 'lead.supervision.title' },
    },
    ...communityRoutes('/lead'),
  ],
}

export default lead
