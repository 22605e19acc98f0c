import { randomUUID } from 'node:crypto'
import { draftContent } from '../../tests/support/activities/drafts'
import { figure, type Figure } from '../figure'
import { withBenchDatabase } from '../support/database'
import { editorsAt, valueOf, type Ask } from './editors'

const EDITORS = 5
const LINES_EACH = 12

/**
 * Five editors write lines into one draft at the same time. Whoever finds it changed puts the own line beneath what the
 * others wrote and saves again, as the desk does. Lines that are missing at the end were lost.
 */
export const measureLostUpdates = (): Promise<Figure> =>
  withBenchDatabase(async ({ db }) => {
    const editors = await editorsAt(db, EDITORS)
    const [first] = editors
    if (first === undefined) throw new Error('nobody is an editor')
    const content = draftContent({ about: [] })
    const { draftId } = valueOf(
      await first('draft.save', {
        draftId: null,
        version: null,
        content,
        publishAt: null,
        requestId: randomUUID(),
      }),
    )
    const write = async (ask: Ask, line: string): Promise<void> => {
      for (;;) {
        const seen = valueOf(await ask('draft.show', { draftId }))
        const saved = await ask('draft.save', {
          draftId,
          version: seen.version,
          content: { ...seen.content, bring: `${seen.content.bring}${line}` },
          publishAt: null,
          requestId: randomUUID(),
        })
        if (saved.ok) return
        if (saved.refusal !== 'draft_changed') throw new Error(`refused: ${saved.refusal}`)
      }
    }
    const marks = (editor: number) =>
      Array.from({ length: LINES_EACH }, (_, line) =>
        String.fromCharCode(0x4e00 + editor * LINES_EACH + line),
      )
    await Promise.all(
      editors.map(async (ask, editor) => {
        for (const mark of marks(editor)) await write(ask, mark)
      }),
    )
    const { bring } = valueOf(await first('draft.show', { draftId })).content
    const lost = editors.flatMap((_, editor) => marks(editor)).filter((mark) => !bring.includes(mark))
    return figure('desk', 'lost-updates', lost.length, 'lines', { most: 0 })
  })
