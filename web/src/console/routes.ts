import { Bell, Checked, CopyDocument, MapLocation, Microphone, Phone, Present, Tickets } from '@element-plus/icons-vue'
import { communityRoutes } from '@/community/routes'
import type { Area, NavItem } from '@/shared/area'
import InboxCount from './inbox/InboxCount.vue'
import { routesB } from './routes-b'

/** Each for the roles that may open its page: others come here too, to follow a ticket's number. */
const NAV_B: readonly NavItem[] = [
  { to: '/console/map', label: 'console.nav.map', icon: MapLocation, roles: ['dispatcher'] },
  { to: '/console/whistles', label: 'console.nav.whistles', icon: Microphone, roles: ['dispatcher'] },
  { to: '/console/merge', label: 'console.nav.merge', icon: CopyDocument, roles: ['dispatcher', 'community'] },
  {
    to: '/console/alerts',
    label: 'console.nav.alerts',
    icon: Bell,
    under: ['/console/appeals'],
    roles: ['dispatcher', 'supervisor', 'leader'],
  },
  { to: '/console/calls', label: 'console.nav.calls', icon: Phone, roles: ['call-agent'] },
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
    ...NAV_B,
    { to: '/console/community', label: 'word.mutualHelp', icon: Present, roles: ['dispatcher'] },
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
    ...communityRoutes('/console'),
  ],
}

export default area
