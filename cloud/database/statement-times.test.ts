import { statementName, timingStatements, noteStatement, type StatementTime } from './statement-times'

it.each([
  ['select "id" from "registration" where "id" = $1', 'select registration'],
  ['select "id" from "activity" where "id" = $1 for update', 'select activity'],
  ['insert into "message" ("id") values ($1)', 'insert message'],
  ['update "activity" set "title" = $1', 'update activity'],
  ['\n  delete from message where id = $1', 'delete message'],
  ['with due as (select 1 from message) update message set delivery = $1', 'update message'],
  ['begin', 'begin'],
])('%s is called %s', (text, name) => {
  expect(statementName(text)).toBe(name)
})

it('writes down what a call asks, for that call alone', async () => {
  const note = (sql: string) =>
    noteStatement({ level: 'query', query: { sql }, queryDurationMillis: 1.6 } as Parameters<
      typeof noteStatement
    >[0])
  const [one, other]: [StatementTime[], StatementTime[]] = [[], []]
  await Promise.all([
    timingStatements(one, async () => {
      await Promise.resolve()
      note('select from office')
    }),
    timingStatements(other, async () => {
      note('update activity set a = $1')
      await Promise.resolve()
    }),
  ])
  note('select from nobody')
  expect([one, other]).toEqual([[{ name: 'select office', ms: 2 }], [{ name: 'update activity', ms: 2 }]])
})
