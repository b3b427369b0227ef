import type { BrowserContext, Page, Request } from '@playwright/test'

/** What the pages of a context did that no page may do, and what they are still waiting for. */
interface Watched {
  readonly wrong: string[]
  readonly waiting: Map<Page, Set<Request>>
}

const contexts = new WeakMap<BrowserContext, Watched>()

/** A stream stays open for as long as the page does; nobody waits for its end. */
const isStream = (request: Request) => (request.headers().accept ?? '').includes('text/event-stream')

function pageOf(request: Request): Page | null {
  // Requests of a service worker and the first of a window belong to no page yet.
  if (request.serviceWorker() !== null) return null
  try {
    return request.frame().page()
  } catch {
    return null
  }
}

/** Follows everything the context's pages do from now on. */
export function watch(context: BrowserContext): Watched {
  const watched: Watched = { wrong: [], waiting: new Map() }
  contexts.set(context, watched)
  context.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) watched.wrong.push(message.text())
  })
  context.on('weberror', (error) => watched.wrong.push(error.error().message))
  const ended = (request: Request) => watched.waiting.forEach((requests) => requests.delete(request))
  context.on('request', (request) => {
    const page = pageOf(request)
    if (page === null || isStream(request)) return
    const requests = watched.waiting.get(page) ?? new Set()
    watched.waiting.set(page, requests.add(request))
  })
  context.on('requestfinished', ended)
  context.on('requestfailed', ended)
  return watched
}

/** Violations of the Content-Security-Policy and errors of scripts so far. */
export const wrongIn = (context: BrowserContext): readonly string[] => contexts.get(context)?.wrong ?? []

/** Addresses that the page has asked for and has no answer of yet. */
export const waitingOf = (page: Page): string[] =>
  [...(contexts.get(page.context())?.waiting.get(page) ?? [])].map((request) => request.url())
