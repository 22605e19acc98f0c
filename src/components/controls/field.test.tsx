import { render, screen } from '@testing-library/react'
import { Field } from './field'

const field = (value: string, longest: number, keys?: 'number') =>
  render(
    <Field
      label="怎么称呼？"
      value={value}
      longest={longest}
      keys={keys ?? 'text'}
      onChange={() => undefined}
    />,
  )

describe('a line to fill in', () => {
  it('says that it takes no more, so that nobody types on without a word', () => {
    field('n'.repeat(60), 60)
    expect(screen.queryByText('写满了，最多 60 个字')).not.toBeNull()
  })

  it.each([
    ['there is room', 'n'.repeat(59), 60, undefined],
    ['it is a code, full when it is right', 'ABCD-EFGH-12', 12, undefined],
    ['it is a year', '1950', 4, 'number' as const],
  ])('says nothing while %s', (_, value, longest, keys) => {
    field(value, longest, keys)
    expect(screen.queryByText(/写满了/)).toBeNull()
  })
})
