import { test } from '@playwright/test'

/** Whether the project that runs is an English one. */
export const english = () => test.info().project.name.endsWith('-en')

/** The words of the language that the project runs in. */
export const say = (zh: string, en: string) => (english() ? en : zh)

/** `desk` or `phone`. */
export const size = () => test.info().project.name.split('-')[0] ?? 'desk'
