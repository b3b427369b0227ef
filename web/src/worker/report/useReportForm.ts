import { computed, onScopeDispose, reactive, ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useSession } from '@/shared/auth/session'
import { keep, kept } from '@/shared/kept'
import type { IssueType } from '../kept/catalogue'
import { useOutbox } from '../queue/outbox'
import * as store from '../queue/store'
import type { PhotoBytes, ReportItem } from '../queue/types'
import { contentOf, draftOf, emptyDraft, faultsOf, fieldOf, levelsFor, type Draft, type Faults } from './draft'
import { remembered } from './search'

/** How long after the last stroke a draft is kept. */
const PAUSE = 400

/**
 * The report form: what is written is kept on the phone while it is written, since a phone may close the page while its
 * camera is open; when sent it goes into the queue.
 *
 * @param editing id of the waiting item that is changed; null for a new report
 */
export function useReportForm(editing: string | null, types: () => ReadonlyMap<string, IssueType>) {
  const { t } = useI18n()
  const session = useSession()
  const outbox = useOutbox()
  const account = session.profile?.account ?? ''
  const draft = reactive<Draft>(emptyDraft())
  const photos = shallowRef<readonly PhotoBytes[]>([])
  const ready = ref(false)
  const restored = ref(false)
  /** Faults are told after the first attempt to send. */
  const tried = ref(false)
  const busy = ref(false)
  const trouble = ref<'storageFull' | 'storageBroken' | 'tooLate' | null>(null)
  /** What the server said of fields of the item that is changed, until they are changed. */
  const told = ref<Record<string, string>>({})
  const recentName = `whistle-recent-types@${account}`
  const recent = ref(kept<string[]>(recentName) ?? [])

  const draftName = `draft@${account}:`
  const photosName = `draft-photos@${account}:`

  async function load(): Promise<void> {
    if (editing !== null) {
      const item = (await store.items()).find(({ id }) => id === editing)
      if (item?.kind !== 'report' || item.account !== account) return
      Object.assign(draft, draftOf(item))
      photos.value = (await photosOf(item)).filter((photo) => photo !== undefined)
      told.value = Object.fromEntries(
        (item.refusal?.errors ?? []).map(({ field, message }) => [fieldOf(field), message]),
      )
      return
    }
    const before = await store.keptAside<Draft>(draftName)
    if (before === undefined) return
    Object.assign(draft, before.value)
    photos.value = (await store.keptAside<PhotoBytes[]>(photosName))?.value ?? []
    restored.value = draft.text !== '' || draft.type !== null || photos.value.length > 0
    // Where the worker was when it was written says little about now, unless it was set by hand.
    if (!draft.byHand) draft.position = null
  }

  const photosOf = (item: ReportItem) => Promise.all(item.photos.map(({ key }) => store.photo(key)))

  let timer: ReturnType<typeof setTimeout> | undefined
  function keepDraft() {
    clearTimeout(timer)
    if (editing !== null || !ready.value) return
    // A draft that cannot be kept is no trouble yet; when it is sent the user is told.
    void store.keepAside(draftName, { ...draft }, Date.now()).catch(() => undefined)
  }
  const hidden = () => document.visibilityState === 'hidden' && keepDraft()

  void load()
    .catch((error: unknown) => {
      console.warn('the draft cannot be read:', error)
      trouble.value = 'storageBroken'
    })
    .finally(() => {
      ready.value = true
      watch(draft, () => {
        clearTimeout(timer)
        timer = setTimeout(keepDraft, PAUSE)
      })
      watch(photos, (present) => {
        if (editing === null) void store.keepAside(photosName, present, Date.now()).catch(() => undefined)
      })
    })
  document.addEventListener('visibilitychange', hidden)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', hidden)
    keepDraft()
  })

  const missing = computed<Faults>(() => faultsOf(draft, types()))
  /** What to say at each field. */
  const faults = computed<Record<string, string>>(() => {
    const own = tried.value ? Object.entries(missing.value).map(([field, key]) => [field, t(key)]) : []
    return { ...told.value, ...Object.fromEntries(own) }
  })

  async function forget(): Promise<void> {
    clearTimeout(timer)
    await store.forgetAside((key) => key === draftName || key === photosName).catch(() => undefined)
  }

  async function clear(): Promise<void> {
    Object.assign(draft, emptyDraft())
    photos.value = []
    tried.value = false
    restored.value = false
    await forget()
  }

  /** Puts it into the queue. @returns the item's id, or null when something is missing or there is no room */
  async function submit(): Promise<string | null> {
    tried.value = true
    trouble.value = null
    if (busy.value || Object.keys(missing.value).length > 0) return null
    busy.value = true
    try {
      const what = { kind: 'report' as const, content: contentOf(draft, types()) }
      const id = editing ?? crypto.randomUUID()
      if (editing === null) await outbox.file(id, what, photos.value)
      else if (!(await outbox.rewrite(id, what, photos.value))) {
        trouble.value = 'tooLate'
        return null
      }
      if (draft.type !== null) keep(recentName, remembered(recent.value, draft.type))
      if (editing === null) await clear()
      return id
    } catch (error) {
      trouble.value = error instanceof store.StorageFull ? 'storageFull' : 'storageBroken'
      return null
    } finally {
      busy.value = false
    }
  }

  const levels = levelsFor(session.roles)
  return { draft, photos, ready, restored, faults, missing, tried, busy, trouble, recent, levels, submit, clear }
}
