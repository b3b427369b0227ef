import { keep, kept } from '@/shared/kept'

/** What the front door says about this installation, `/config.json`. */
export interface Config {
  /** Address of the OIDC provider's realm. */
  readonly issuer: string
  readonly clientId: string
  /** Tiles behind our own outlines; null for none, which is the default: nothing is fetched from outside. */
  readonly basemap: { readonly url: string; readonly attribution: string } | null
}

const KEPT = 'whistle-config'

let current: Config | null = null

/** The configuration; {@link loadConfig} has been awaited before any page is shown. */
export function config(): Config {
  if (current === null) throw new Error('the configuration has not been read yet')
  return current
}

/** Reads `/config.json`. Without a network the one that was read last is used, else what a plain installation has. */
export async function loadConfig(): Promise<Config> {
  let stated: Partial<Config> = {}
  try {
    const response = await fetch('/config.json', { headers: { accept: 'application/json' } })
    if (response.ok && response.headers.get('content-type')?.includes('json')) {
      stated = (await response.json()) as Partial<Config>
      keep(KEPT, stated)
    }
  } catch {
    stated = kept<Partial<Config>>(KEPT) ?? {}
  }
  current = {
    issuer: stated.issuer ?? `${location.origin}/identity/realms/whistle`,
    clientId: stated.clientId ?? 'whistle-web',
    basemap: stated.basemap ?? null,
  }
  return current
}
