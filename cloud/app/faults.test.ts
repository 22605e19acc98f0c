import { array, check, number, pipe, safeParse, strictObject, string, type GenericSchema } from 'valibot'
import { describeIssues, InvalidInput, invalidInput } from './faults'

function issuesOf(schema: GenericSchema, input: unknown) {
  const parsed = safeParse(schema, input)
  if (parsed.success) throw new Error('the input was meant to be wrong')
  return describeIssues(parsed.issues)
}

describe('describeIssues', () => {
  it('names the field by its path, into lists too', () => {
    const party = strictObject({ persons: array(strictObject({ age: number() })) })
    expect(issuesOf(party, { persons: [{ age: 1 }, { age: 'two' }] })).toEqual([
      { path: 'persons.1.age', message: expect.stringContaining('Expected number') as string },
    ])
  })

  it('names a field that is missing and one that is unknown', () => {
    expect(issuesOf(strictObject({ id: string() }), { name: 'x' }).map(({ path }) => path)).toEqual([
      'id',
      'name',
    ])
  })

  it('has an empty path for the input as a whole', () => {
    const never = pipe(
      strictObject({}),
      check(() => false, 'give one of both'),
    )
    expect(issuesOf(never, {})).toEqual([{ path: '', message: 'give one of both' }])
  })

  it('reports at most twenty issues, each cut short, however hostile the input', () => {
    const issues = issuesOf(array(number()), Array<string>(5_000).fill('x'.repeat(5_000)))
    expect(issues).toHaveLength(20)
    for (const { message } of issues) expect(message.length).toBeLessThanOrEqual(200)
    const [unknown] = issuesOf(strictObject({}), { ['n'.repeat(5_000)]: 1 })
    expect(unknown?.path).toHaveLength(200)
  })
})

describe('InvalidInput', () => {
  it('carries its issues to the answer', () => {
    const issues = [{ path: 'requestId', message: 'was used before' }]
    const error = new InvalidInput(issues)
    expect(invalidInput(error.issues)).toEqual({ ok: false, fault: 'invalid_input', issues })
    expect(error.message).toBe('requestId: was used before')
  })
})
