import { PAGES, readers } from '../../support/browser/readers'
import { shown } from '../../support/browser/shown'
import { withoutBreaks } from '../../../core/kernel/line-breaks'

const reader = readers()
const window = reader.stay()

/** What nobody has verified, in whichever words. */
const UNKNOWN = /待核实|未核实|没核实|没有核实|还在核实|没有人到现场/g

describe('what is not known', () => {
  it.each(PAGES)('%s says it once at most', async (route) => {
    await window().goto(route)
    const text = withoutBreaks(await shown(window()).innerText())
    expect(text.match(UNKNOWN)?.length ?? 0).toBeLessThanOrEqual(1)
  })
})
