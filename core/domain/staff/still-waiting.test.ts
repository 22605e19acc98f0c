import { stillWaiting } from './still-waiting'

it('a change of which everybody knows waits for nobody, everything else on a list does', () => {
  expect(stillWaiting([{ title: '合唱', left: 0 }, { title: '书法', left: 2 }, { title: '剪纸' }])).toBe(2)
})
