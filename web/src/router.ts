import { createRouter, createWebHistory, type Router, type RouteLocationNormalized } from 'vue-router'
import { nextTick } from 'vue'
import type { Area } from './shared/area'
import { PLACES, type PlaceName } from './shared/auth/roles'
import { useSession } from './shared/auth/session'
import { i18n, loadMessages } from './shared/i18n'

/** Each area is a part of its own, loaded when somebody goes there. `/calls` belongs to the console's folder. */
const AREAS: Record<PlaceName | 'track', () => Promise<{ default: Area }>> = {
  worker: () => import('./worker/routes'),
  console: () => import('./console/routes'),
  desk: () => import('./desk/routes'),
  lead: () => import('./lead/routes'),
  calls: () => import('./console/calls/routes'),
  admin: () => import('./admin/routes'),
  track: () => import('./track/routes'),
}

const ready = new Set<string>()

/** Loads the area of a path into the router; the navigation is then repeated and finds its page. */
async function enter(router: Router, name: keyof typeof AREAS): Promise<void> {
  const { default: area } = await AREAS[name]()
  await loadMessages(area.messages)
  const { default: AreaFrame } = await import('./shared/ui/AreaFrame.vue')
  router.addRoute({
    path: `/${name}`,
    component: AreaFrame,
    props: { area },
    children: [...area.routes],
  })
  ready.add(name)
}

function areaOf(path: string): keyof typeof AREAS | null {
  const first = path.split('/')[1] ?? ''
  return first in AREAS ? (first as keyof typeof AREAS) : null
}

/** Whether the signed-in account may open a page. */
function allowed(to: RouteLocationNormalized, name: string): boolean {
  const session = useSession()
  const place = PLACES.find((known) => known.name === name)
  // A ticket's page is also read by the supervision side and the community; the page itself says who.
  const roles = to.meta.roles ?? place?.roles
  return roles === undefined || session.may(...roles)
}

/** The router of all pages, with sign-in, roles, titles and focus. */
export function makeRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
    routes: [
      { path: '/', component: () => import('./shared/ui/HomePage.vue') },
      { path: '/signed-in', component: () => import('./shared/auth/SignedInPage.vue'), meta: { open: true } },
      { path: '/:rest(.*)*', component: () => import('./shared/ui/NotFoundPage.vue'), meta: { open: true } },
    ],
  })

  router.beforeEach(async (to) => {
    const name = areaOf(to.path)
    if (name !== null && !ready.has(name)) {
      await enter(router, name)
      return { path: to.path, query: to.query, hash: to.hash, replace: true }
    }
    if (to.meta.open === true) return true
    const session = useSession()
    if (!(await session.restore())) {
      await session.signIn(to.fullPath)
      return false
    }
    if (to.path === '/') {
      const first = session.places[0]
      return first === undefined ? true : { path: first.path, replace: true }
    }
    if (name !== null && !allowed(to, name)) return { path: '/not-allowed', replace: true }
    return true
  })

  router.afterEach(async (to, from) => {
    const title = to.meta.title === undefined ? '' : i18n.global.t(to.meta.title)
    document.title = title === '' ? i18n.global.t('app.name') : `${title} · ${i18n.global.t('app.name')}`
    if (from.matched.length === 0 || to.path === from.path) return
    await nextTick()
    // A screen reader is told of the new page by its main content getting the focus.
    document.getElementById('main')?.focus({ preventScroll: true })
  })
  return router
}
