/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] }

// Only the pages themselves. Answers of the services are never kept here: what a page needs without a network it keeps
// itself, in IndexedDB, and forgets with the account.
precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/api\//, /^\/identity\//, /^\/config\.json$/, /^\/silent\.html/],
  }),
)

// The network is back (Background Sync): the open pages send what waits. They do it themselves, since the token is only
// in their memory.
self.addEventListener('sync', (event) => {
  const { tag, waitUntil } = event as ExtendableEvent & { tag: string }
  if (tag !== 'outbox') return
  waitUntil.call(
    event,
    self.clients.matchAll({ type: 'window' }).then((pages) => pages.forEach((page) => page.postMessage('outbox'))),
  )
})

self.addEventListener('message', (event) => {
  if (event.data === 'use-now') void self.skipWaiting()
})
