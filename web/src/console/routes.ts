import { Bell, Checked, CopyDocument, MapLocation, Microphone, Phone, Tickets } from '@element-plus/icons-vue'
import type { Area, NavItem } from '@/shared/area'
import InboxCount from './inbox/InboxCount.vue'
import { routesB } from './routes-b'

/** Entries whose pages are there; each is named by its route. */
const NAV_B: readonly (NavItem & { readonly name: string })[] = [
  { name: 'console-map', to: '/console/map', label: 'console.nav.map', icon: MapLocation },
  { name: 'console-whistles', to: '/console/whistles', label: 'console.nav.whistles', icon: Microphone },
  { name: 'console-merge', to: '/console/merge', label: 'console.nav.merge', icon: CopyDocument },
  { name: 'console-alerts', to: '/console/alerts', label: 'console.nav.alerts', icon: Bell },
  { name: 'console-calls', to: '/console/calls', label: 'console.nav.calls', icon: Phone, roles: ['call-agent'] },
]

const area: Area = {
  messages: { zh: () => import('./i18n/zh'), en: () => import('./i18n/en') },
  layout: 'desk',
  nav: [
    { to: '/console', label: 'console.nav.queue', icon: Tickets, roles: ['dispatcher'] },
    {
      to: '/console/decisions',
      label: 'console.nav.decisions',
      icon: Checked,
      badge: InboxCount,
      roles: ['dispatcher'],
    },
    // An entry is for those who may open its page.
    ...NAV_B.flatMap((item) => {
      const route = routesB.find(({ name }) => name === item.name)
      const roles = item.roles ?? route?.meta?.roles
      return route === undefined ? [] : [roles === undefined ? item : { ...item, roles }]
    }),
  ],
  routes: [
    {
      path: '',
      name: 'console-queue',
      component: () => import('./queue/QueuePage.vue'),
      meta: { title: 'console.queue.title', roles: ['dispatcher'] },
    },
    {
      path: 'decisions',
      name: 'console-decisions',
      component: () => import('./inbox/DecisionsPage.vue'),
      meta: { title: 'console.decisions.title', roles: ['dispatcher'] },
    },
    {
      path: 'tickets/:id',
      name: 'console-ticket',
      component: () => import('./ticket/TicketPage.vue'),
      // Also read by the supervision side, the community and administrators, who follow a ticket's number from their own pages.
      meta: {
        title: 'console.ticket.title',
        roles: ['dispatcher', 'supervisor', 'leader', 'community', 'administrator'],
      },
    },
    ...routesB,
  ],
}

export default area
