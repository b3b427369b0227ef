import type { IssueType } from '../kept/catalogue'

/** A type with the forms it is found by. */
export interface Indexed {
  readonly type: IssueType
  /** First letters of the syllables: `sswj`. */
  readonly initials: string
  /** The syllables: `shangshuijinggai`. */
  readonly sound: string
  readonly words: readonly string[]
  /** Its conditions, in the language of the pages. */
  readonly conditions: string
}

/** How a name is read: its first letters and its syllables. */
export type Reader = (name: string) => { initials: string; sound: string }

/** The reader of Chinese names; loaded when somebody searches, since it brings a dictionary. */
export async function loadReader(): Promise<Reader> {
  const { pinyin } = await import('pinyin-pro')
  const options = { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true } as const
  return (name) => {
    const syllables = pinyin(name, options).map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    return { initials: syllables.map((syllable) => syllable.charAt(0)).join(''), sound: syllables.join('') }
  }
}

/** The catalogue, ready to be searched. Without a reader it is found by what is written only. */
export function index(types: readonly IssueType[], read: Reader | null): Indexed[] {
  return types.map((type) => ({
    type,
    ...(read?.(type.zh) ?? { initials: '', sound: '' }),
    words: type.en.toLowerCase().split(/[^a-z0-9]+/),
    conditions: type.conditions.map(({ name }) => name.toLowerCase()).join(' '),
  }))
}

const MOST = 12

/**
 * The types that fit what was typed: pinyin initials or syllables, Chinese or English words, a code, or words of a
 * condition; the closest first, and among equals what was used lately.
 */
export function search(indexed: readonly Indexed[], typed: string, recent: readonly string[]): IssueType[] {
  const query = typed.trim().toLowerCase()
  if (query === '') return []
  const letters = query.replace(/[^a-z0-9]/g, '')
  const lately = (type: IssueType) => {
    const at = recent.indexOf(type.code)
    return at < 0 ? recent.length : at
  }
  return indexed
    .map((entry) => ({ type: entry.type, rank: rank(entry, query, letters) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || lately(a.type) - lately(b.type))
    .slice(0, MOST)
    .map(({ type }) => type)
}

/** 0 fits best; null fits not at all. */
function rank(entry: Indexed, query: string, letters: string): number | null {
  const { type, initials, sound, words } = entry
  const zh = type.zh.toLowerCase()
  if (zh.startsWith(query) || type.code.toLowerCase() === query) return 0
  if (letters !== '' && initials.startsWith(letters)) return 1
  if (zh.includes(query)) return 2
  if (letters !== '' && sound.startsWith(letters)) return 2
  const asked = query.split(/\s+/)
  if (asked.every((part) => words.some((word) => word.startsWith(part)))) return 3
  if (letters.length >= 2 && initials.includes(letters)) return 4
  if (letters.length >= 3 && sound.includes(letters)) return 5
  if (query.length >= 2 && entry.conditions.includes(query)) return 6
  return null
}

const REMEMBERED = 6

/** What was used lately, the latest first, with one more. */
export function remembered(recent: readonly string[], used: string): string[] {
  return [used, ...recent.filter((code) => code !== used)].slice(0, REMEMBERED)
}
