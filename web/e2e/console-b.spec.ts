import { test } from './support/page'
