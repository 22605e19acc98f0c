import { randomUUID } from 'node:crypto'
import type { Database } from '../../cloud/database/connect'
import { readStallText } from '../../core/tables/stalls'
import { figure, type Figure } from '../figure'
import { withBenchDatabase } from '../support/database'
import { median } from '../support/median'
import { editorsAt, valueOf } from './editors'

const RUNS = 25

/** Thirty stalls as Excel copies them; each run has other signs, so that each changes every stall. */
const pasted = (run: number): string =>
  ['摊位号\t单位/姓名\t内容\t联系电话\t备注']
    .concat(
      Array.from(
        { length: 30 },
        (_, at) => `${at + 1}\t虚构社 ${at + 1}\t手作 ${run}\t139000000${at + 10}\t电源`,
      ),
    )
    .join('\n')

/** From what was pasted to 30 个摊位已保存: read, judged, stored with sealed numbers. The middle of several runs. */
export const measureImport = (): Promise<Figure> =>
  withBenchDatabase(async ({ db }) => {
    const activityId = await marketIn(db)
    const [ask] = await editorsAt(db, 1)
    if (ask === undefined) throw new Error('nobody is an editor')
    const times: number[] = []
    let version = 0
    for (let run = 0; run < RUNS; run += 1) {
      const begun = performance.now()
      const { rows } = readStallText(pasted(run), '021')
      const stalls = rows.map(({ number, host, offer, phone, note }) => ({
        number: number.value?.[0] ?? '',
        kind: '手作',
        name: offer.value,
        hours: null,
        called: host.value,
        phone: phone.value,
        note: note.value,
      }))
      const reply = await ask('stall.savePlan', { activityId, version, stalls, requestId: randomUUID() })
      times.push(performance.now() - begun)
      version = valueOf(reply).version
      if (stalls.length !== 30 || version !== run + 1) throw new Error('not all thirty were saved')
    }
    return figure('desk', 'import-30-stalls-ms', median(times), 'ms', { most: 200 })
  })

async function marketIn(db: Database): Promise<string> {
  const { id } = await db
    .selectFrom('activity')
    .select('id')
    .where('topic', '=', 'market')
    .where('kind', '=', 'open')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}
