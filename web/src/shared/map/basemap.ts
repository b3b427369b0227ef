import L from 'leaflet'
import { config } from '@/config'

/** How many tiles must fail before it is said: one at the edge of what a provider covers is no trouble. */
const SEVERAL = 4

/** Leaflet takes strings as markup; a name is never that. */
export function plain(words: string): HTMLElement {
  const element = document.createElement('span')
  element.textContent = words
  return element
}

/**
 * Puts the installation's basemap under the outlines, where it names one. Tiles that do not come are told of inside the
 * map, once; outlines and points are there without them.
 */
export function addBasemap(map: L.Map, missing: () => string): void {
  const basemap = config().basemap
  if (basemap === null) return
  let failed = 0
  let told: L.Control | null = null
  const tiles = L.tileLayer(basemap.url, { attribution: plain(basemap.attribution).innerText, maxZoom: 18 })
  tiles.on('tileerror', () => {
    if (++failed < SEVERAL || told !== null) return
    told = new L.Control({ position: 'bottomleft' })
    told.onAdd = () => {
      const words = plain(missing())
      words.className = 'w-map-told'
      words.setAttribute('role', 'status')
      return words
    }
    told.addTo(map)
  })
  tiles.on('tileload', () => {
    failed = 0
    told?.remove()
    told = null
  })
  tiles.addTo(map)
}
