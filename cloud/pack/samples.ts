import type { Pack } from './pack'

/** As the tables mark by hand what is made up; activities have a column for it. */
const MADE_UP = '示例'
const MOST_NAMED = 5

/** A sentence where the pack shows residents things that do not exist; `null` where all of it may be meant. */
export function sampleFinding(
  { activities, stalls, articles, notices }: Pack,
  folder: string,
): string | null {
  const samples = new Set([
    ...activities.filter(({ sample, title }) => sample || title.includes(MADE_UP)).map(({ title }) => title),
    ...stalls.map(({ name }) => name ?? '').filter((name) => name.includes(MADE_UP)),
    ...[...articles, ...notices].filter(({ title }) => title.includes(MADE_UP)).map(({ title }) => title),
  ])
  if (samples.size === 0) return null
  const named = [...samples].slice(0, MOST_NAMED).join('、')
  return (
    `The data pack ${folder} has samples (${samples.size}: ${named}${samples.size > MOST_NAMED ? ' …' : ''}): ` +
    'take their rows out of activities.csv, stalls.csv, news.csv and notices.csv, or set DATA_PACK to the pack of this place.'
  )
}
