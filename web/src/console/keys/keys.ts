/** What a key does on the page that is shown. */
export interface KeyBinding {
  /** As `KeyboardEvent.key` has them; any of them. */
  readonly keys: readonly string[]
  /** Key of the message that says what it does. */
  readonly label: string
  readonly run: () => void
  /** Whether it can be used now; always without. */
  readonly when?: () => boolean
}

/** What of a keyboard event counts. */
export interface Stroke {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly defaultPrevented: boolean
  readonly isComposing: boolean
}

/** Whether a letter typed here is text or a choice of its own, not a command. */
export function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return (
    target.closest(
      'input, textarea, select, [contenteditable=""], [contenteditable=true], [role=combobox], [role=listbox][data-letters], .el-overlay, .el-popper, .leaflet-container',
    ) !== null
  )
}

/** Whether a key on a button or link is that button's own. */
function isOwn(key: string, target: EventTarget | null): boolean {
  return (key === 'Enter' || key === ' ') && target instanceof Element && target.closest('a, button, summary') !== null
}

/** The binding a key stroke means; the one bound last, which is the most special, comes first. */
export function bindingOf(
  bindings: readonly KeyBinding[],
  stroke: Stroke,
  target: EventTarget | null,
): KeyBinding | undefined {
  if (stroke.ctrlKey || stroke.metaKey || stroke.altKey || stroke.defaultPrevented || stroke.isComposing) {
    return undefined
  }
  if (takesLetters(target) || isOwn(stroke.key, target)) return undefined
  return bindings.findLast(({ keys, when }) => keys.includes(stroke.key) && (when === undefined || when()))
}
