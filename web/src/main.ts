import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { loadConfig } from './config'
import { makeRouter } from './router'
import { firstLocale, i18n, setLocale } from './shared/i18n'
import { registerServiceWorker } from './shared/update'
import './shared/design/index.css'

await Promise.all([loadConfig(), setLocale(firstLocale())])
createApp(App).use(createPinia()).use(i18n).use(makeRouter()).mount('#app')
registerServiceWorker()
