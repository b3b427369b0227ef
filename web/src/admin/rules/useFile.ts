import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { ifMatch, useCommand, useQuery } from '@/shared/api'
import { send } from '../send'
import { parseCsv, type Cells, type CsvFile } from './csvFile'
import * as edits from './edit'
import { keyOf, type RuleFile } from './files'

const CSV = 'text/csv'

/**
 * A file of a draft in work: changes are kept here until they are saved as one, because rules that belong together may
 * not hold one by one.
 *
 * @param etag the version of the draft that the next change is for
 * @param saved called with the version after a change
 */
export function useFile(draftId: string, file: RuleFile, etag: Ref<string>, saved: (etag: string) => Promise<void>) {
  const path = `/api/dispatch/policy-drafts/${draftId}/files/${file.name}.csv`
  const read = async (signal?: AbortSignal): Promise<CsvFile> => {
    const { data } = await send('GET', path, { headers: { accept: CSV }, ...(signal ? { signal } : {}) })
    return parseCsv(await data.text())
  }
  const loaded = useQuery('file', (_key, signal) => read(signal))
  const edit = shallowRef<edits.Edit | null>(null)
  watch(
    () => loaded.data.value,
    (found) => {
      if (found === null || (edit.value !== null && edits.changes(edit.value) > 0)) return
      edit.value = edits.begin(found)
    },
  )
  const faults = shallowRef<readonly edits.Fault[]>([])
  const faultCount = ref(0)

  const save = useCommand(async () => {
    if (edit.value === null) return
    const { etag: version } = await send('PUT', path, {
      body: edits.textOf(edit.value),
      type: CSV,
      headers: ifMatch(etag.value),
    })
    edit.value = edits.begin(parseCsv(edits.textOf(edit.value)))
    await saved(version)
  })
  /** Which rows they are in: as the file was sent, since its lines move with each change. */
  const byRow = shallowRef<ReadonlyMap<number | null, readonly edits.Fault[]>>(new Map())
  watch(save.problem, (problem) => {
    faults.value = (problem?.errors ?? []).map(({ field, message }) => edits.faultOf(field, message))
    byRow.value = edit.value === null ? new Map() : edits.faultsByRow(edit.value, `${file.name}.csv`, faults.value)
    faultCount.value = Number(/\d+/.exec(problem?.detail ?? '')?.[0] ?? faults.value.length)
  })

  /** Somebody was faster: their file, with one's own changes on it. */
  async function latest() {
    const theirs = await read()
    edit.value = edit.value === null ? edits.begin(theirs) : edits.rebase(edit.value, theirs, keyOf(file))
    save.clear()
  }

  function forget() {
    faults.value = []
    byRow.value = new Map()
    save.clear()
  }

  async function discard() {
    edit.value = null
    forget()
    await loaded.reload()
    if (loaded.data.value !== null) edit.value = edits.begin(loaded.data.value)
  }

  const changeCount = computed(() => (edit.value === null ? 0 : edits.changes(edit.value)))
  watch(changeCount, (count) => {
    if (count === 0) forget()
  })
  const act = (change: (edit: edits.Edit) => edits.Edit) => {
    if (edit.value !== null) edit.value = change(edit.value)
  }
  return {
    loaded,
    edit,
    faults,
    faultCount,
    byRow,
    changeCount,
    save,
    latest,
    discard,
    replace: (key: number, cells: Cells) => act((now) => edits.replace(now, key, cells)),
    add: (cells: Cells) => act((now) => edits.add(now, cells)),
    remove: (key: number) => act((now) => edits.remove(now, key)),
    undo: (key: number) => act((now) => edits.undo(now, key)),
    takeOver: (text: string) => act((now) => edits.takeOver(now, parseCsv(text))),
    text: () => (edit.value === null ? '' : edits.textOf(edit.value)),
  }
}

export type FileInWork = ReturnType<typeof useFile>
