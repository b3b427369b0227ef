/** Numbers of a chart: one value per category and series; null where there is none. */
export interface ChartData {
  readonly categories: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
}
