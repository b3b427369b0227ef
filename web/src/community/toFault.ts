import { nextTick } from 'vue'

/** Leads to the first field of a form that says what is wrong with it, once that is shown. */
export async function toFault(form: HTMLElement | null): Promise<void> {
  await nextTick()
  const first = form?.querySelector<HTMLElement>('[aria-invalid=true], .k-fault')
  const field = first?.matches('.k-fault')
    ? // A choice of several has no field that is wrong by itself.
      (first.closest('fieldset') ?? form)?.querySelector<HTMLElement>('input, select, textarea')
    : first
  field?.focus()
}
