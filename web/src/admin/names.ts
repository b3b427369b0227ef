import { useI18n } from 'vue-i18n'
import type { Names, RuleFile } from './rules/files'
import { useReference } from './reference'

/** The names behind the codes of a file. */
export function useNames(file: RuleFile): Names {
  const { t, te } = useI18n()
  const reference = useReference()
  return {
    type: reference.typeName,
    condition: reference.conditionName,
    department: reference.departmentName,
    place: reference.placeName,
    choice: (column, value) => {
      const key = `admin.choice.${file.name}.${column}.${value}`
      return te(key) ? t(key) : value
    },
    get anyOwner() {
      return t('admin.choice.anyOwner')
    },
  }
}
