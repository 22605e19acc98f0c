import { instant } from '../../kernel/shanghai-time'
import { CLASS } from '../activity/testing/class'
import { decideTypingPaper, paperHeads } from './paper'

const { startsAt } = CLASS

it('paper is typed from the start on, until the roll is closed', () => {
  expect(decideTypingPaper(CLASS, false, instant(startsAt - 1))).toMatchObject({ refusal: 'too_early' })
  expect(decideTypingPaper(CLASS, false, startsAt)).toMatchObject({ ok: true })
  expect(decideTypingPaper(CLASS, true, startsAt)).toMatchObject({ refusal: 'roll_closed' })
  expect(decideTypingPaper({ ...CLASS, status: 'withdrawn' }, true, startsAt)).toMatchObject({
    refusal: 'activity_withdrawn',
  })
})

it('heads on paper take the seats that are free; all others were there without one', () => {
  const seats = { capacity: 5, inUse: 4 }
  expect(paperHeads(2, CLASS, seats)).toEqual([
    { holdsSeat: true, flag: null },
    { holdsSeat: false, flag: 'no_room' },
  ])
  expect(paperHeads(1, { kind: 'open' }, { capacity: 0, inUse: 0 })).toEqual([
    { holdsSeat: false, flag: null },
  ])
})
