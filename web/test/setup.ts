import { createPinia, setActivePinia } from 'pinia'
import { beforeEach } from 'vitest'
import { setLocale } from '@/shared/i18n'

beforeEach(async () => {
  setActivePinia(createPinia())
  await setLocale('zh-CN')
})
