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

self.addEventListener('message', (event) => {
  if (event.data === 'use-now') void self.skipWaiting()
})
