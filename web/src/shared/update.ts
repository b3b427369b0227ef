import { readonly, ref } from 'vue'

const waiting = ref<ServiceWorker | null>(null)

/** A newer version of the pages that waits to be used. */
export const newVersion = readonly(waiting)

/** Lets the pages open without a network. A new version is used when the user agrees, never in the middle of a form. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  void navigator.serviceWorker
    .register('/sw.js')
    .then(watch)
    .catch((error: unknown) => console.warn('the pages will need a network:', error))
}

/** @param registration undefined where the browser's owner has switched service workers off */
function watch(registration: ServiceWorkerRegistration | undefined): void {
  if (registration === undefined) return
  const look = () => {
    if (registration.waiting !== null && navigator.serviceWorker.controller !== null) {
      waiting.value = registration.waiting
    }
  }
  look()
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
}

/** Goes over to the new version. */
export function takeNewVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.value?.postMessage('use-now')
}
